using System.Device.Gpio;
using Presentity.Drivers;
using Presentity.Firmware;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Boards;

/// <summary>The ESP32 DevKitC with a WROVER module: 4 MB of PSRAM or more. The pins are in the README beside this file.</summary>
static class Esp32Wrover
{
    const int Boot = 0;
    const int Data = 21;
    const int Clock = 22;
    const int Speed = 25;
    const int Pump = 26;

    static void Main()
    {
        GpioController pins = new GpioController();
        Relay pump = new Relay(pins, Pump, true, "pump", "Pump");
        Fan fan = new Fan(Speed);
        Button button = new Button(pins, Boot, false);
        Sht3x air = new Sht3x(new NanoI2cBus(Data, Clock), Device.Clock, Sht3x.DefaultAddress);
        ISensor[] sensors =
        {
            air.Temperature, air.Humidity, button,
            new SignalStrength(Device.Clock), new FreeMemory(Device.Clock, Device.Machine),
        };
        Device.Run(new WiredBoard("ESP32-WROVER", sensors, new IActuator[] { pump, fan }, button, null, Device.Clock), new WifiNetwork());
    }
}
