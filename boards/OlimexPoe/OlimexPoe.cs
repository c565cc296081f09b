using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using Presentity.Drivers;
using Presentity.Firmware;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Boards;

/// <summary>The ESP32-POE by Olimex: Ethernet, no PSRAM. The pins are in the README beside this file.</summary>
static class OlimexPoe
{
    const int Data = 13;
    const int Clock = 16;
    const int Pump = 32;
    const int But1 = 34;
    const int Light = 35;

    static void Main()
    {
        GpioController pins = new GpioController();
        Relay pump = new Relay(pins, Pump, true, "pump", "Pump");
        Button button = new Button(pins, But1, true);
        Bme280Chip air = new Bme280Chip(new NanoI2cBus(Data, Clock), Device.Clock, Bme280Chip.DefaultAddress);
        ISensor[] sensors =
        {
            air.Temperature, air.Humidity, air.Pressure, new LightSensor(Light, DeviceFunction.ADC1_CH7, 7), button,
            new FreeMemory(Device.Clock, Device.Machine),
        };
        WiredBoard board = new WiredBoard("Olimex ESP32-POE", sensors, new IActuator[] { pump }, button, null, Device.Clock);
        Device.Run(board, new EthernetNetwork());
    }
}
