using System.Device.Gpio;
using Presentity.Drivers;
using Presentity.Firmware;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Boards;

/// <summary>The ESP32 DevKitC and its like: no PSRAM. The pins are in the README beside this file.</summary>
static class Esp32DevKit
{
    const int Boot = 0;
    const int Led = 2;
    const int Data = 21;
    const int Clock = 22;
    const int Pump = 26;

    static void Main()
    {
        GpioController pins = new GpioController();
        Relay pump = new Relay(pins, Pump, true, "pump", "Pump");
        Relay led = new Relay(pins, Led, false, "indicator", "Indicator");
        Button button = new Button(pins, Boot, false);
        Bme280Chip air = new Bme280Chip(new NanoI2cBus(Data, Clock), Device.Clock, Bme280Chip.DefaultAddress);
        ISensor[] sensors =
        {
            air.Temperature, air.Humidity, air.Pressure, button,
            new SignalStrength(Device.Clock), new FreeMemory(Device.Clock, Device.Machine),
        };
        Device.Run(new WiredBoard("ESP32 DevKit", sensors, new IActuator[] { pump, led }, button, led, Device.Clock), new WifiNetwork());
    }
}
