using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using Presentity.Drivers;
using Presentity.Firmware;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Boards;

/// <summary>The ESP32-C3-DevKitM-1 and its like: no PSRAM. The pins are in the README beside this file.</summary>
static class Esp32C3
{
    const int Light = 0;
    const int Data = 4;
    const int Clock = 5;
    const int Pump = 7;
    const int Boot = 9;

    static void Main()
    {
        GpioController pins = new GpioController();
        Relay pump = new Relay(pins, Pump, true, "pump", "Pump");
        Button button = new Button(pins, Boot, false);
        Aht20 air = new Aht20(new NanoI2cBus(Data, Clock), Device.Clock);
        ISensor[] sensors =
        {
            air.Temperature, air.Humidity, new LightSensor(Light, DeviceFunction.ADC1_CH0, 0), button,
            new SignalStrength(Device.Clock), new FreeMemory(Device.Clock, Device.Machine),
        };
        Device.Run(new WiredBoard("ESP32-C3", sensors, new IActuator[] { pump }, button, null, Device.Clock), new WifiNetwork());
    }
}
