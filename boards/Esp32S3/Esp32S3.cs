using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using Presentity.Drivers;
using Presentity.Firmware;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Boards;

/// <summary>The ESP32-S3-DevKitC-1 with an octal module (N8R8, N16R8) or without PSRAM. The pins are in the README beside this
/// file.</summary>
static class Esp32S3
{
    const int Boot = 0;
    const int Light = 1;
    const int Pump = 4;
    const int Speed = 5;
    const int Data = 8;
    const int Clock = 9;

    static void Main()
    {
        GpioController pins = new GpioController();
        Relay pump = new Relay(pins, Pump, true, "pump", "Pump");
        Fan fan = new Fan(Speed);
        Button button = new Button(pins, Boot, false);
        Aht20 air = new Aht20(new NanoI2cBus(Data, Clock), Device.Clock);
        ISensor[] sensors =
        {
            air.Temperature, air.Humidity, new LightSensor(Light, DeviceFunction.ADC1_CH0, 0), button,
            new SignalStrength(Device.Clock), new FreeMemory(Device.Clock, Device.Machine),
        };
        Device.Run(new WiredBoard("ESP32-S3", sensors, new IActuator[] { pump, fan }, button, null, Device.Clock), new WifiNetwork());
    }
}
