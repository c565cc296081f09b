using System.Device.Gpio;
using Presentity.Drivers;
using Presentity.Firmware;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Boards;

/// <summary>The M5StickC Plus by M5Stack: no PSRAM. The pins are in the README beside this file.</summary>
static class M5StickCPlus
{
    const int Led = 10;
    const int RelayUnit = 26;
    const int Data = 32;
    const int Clock = 33;
    const int ButtonA = 37;

    static void Main()
    {
        GpioController pins = new GpioController();
        Relay relay = new Relay(pins, RelayUnit, false, "relay", "Relay");
        Relay led = new Relay(pins, Led, true, "indicator", "Indicator");
        Button button = new Button(pins, ButtonA, true);
        Sht3x air = new Sht3x(new NanoI2cBus(Data, Clock), Device.Clock, Sht3x.DefaultAddress);
        ISensor[] sensors =
        {
            air.Temperature, air.Humidity, button,
            new SignalStrength(Device.Clock), new FreeMemory(Device.Clock, Device.Machine),
        };
        Device.Run(new WiredBoard("M5StickC Plus", sensors, new IActuator[] { relay, led }, button, led, Device.Clock), new WifiNetwork());
    }
}
