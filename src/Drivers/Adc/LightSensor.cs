using System.Device.Adc;
using nanoFramework.Hardware.Esp32;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>A light-dependent resistor between the supply and an analogue pin, with another one from there to ground: the more light,
/// the higher the voltage, in percent of the range. Such a resistor has no lux in its data sheet that would be worth telling.</summary>
public sealed class LightSensor : ISensor
{
    const int Samples = 8;

    readonly AdcController controller = new AdcController();
    readonly AdcChannel channel;

    /// <param name="pin">A pin of the chip's first converter: the second one belongs to Wi-Fi.</param>
    /// <param name="function">What the pin becomes: <c>ADC1_CH0</c> ...</param>
    /// <param name="number">The channel of that function, from 0.</param>
    public LightSensor(int pin, DeviceFunction function, int number)
    {
        Configuration.SetPinFunction(pin, function);
        channel = controller.OpenChannel(number);
    }

    public string Name => "light";

    public string Label => "Light level";

    public string Unit => "%";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        int sum = 0;
        for (int i = 0; i < Samples; i++)
            sum += channel.ReadValue();
        reading.SetNumber(sum * 100 / Samples / controller.MaxValue, 0);
        return true;
    }
}
