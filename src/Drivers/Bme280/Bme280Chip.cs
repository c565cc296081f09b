using System;
using Iot.Device.Bmxx80;
using Iot.Device.Bmxx80.ReadResult;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>The BME280 by Bosch, through the binding of nanoFramework: temperature, humidity, and pressure beside them.</summary>
/// <remarks>The binding does not look at whether the chip took or gave what it was asked: of a chip that is unplugged it reads numbers
/// that mean nothing, and of one that lost its power the humidity of a measurement that it no longer makes. So before and after each
/// reading the chip is asked for the setting that the binding has made (data sheet §5.4.3), which is gone in both cases.</remarks>
public sealed class Bme280Chip : ClimateChip
{
    /// <summary>With the pin SDO at ground, as on most boards.</summary>
    public const int DefaultAddress = 0x76;

    const byte HumidityControl = 0xF2;
    const int StartMs = 5;

    readonly NanoI2cBus bus;
    readonly int address;
    readonly byte[] setting = new byte[1];
    Bme280? binding;

    /// <param name="bus">The bus that the chip is on.</param>
    /// <param name="clock">Of the platform.</param>
    /// <param name="address"><see cref="DefaultAddress"/>, or 0x77.</param>
    public Bme280Chip(NanoI2cBus bus, IClock clock, int address)
        : base(bus, clock)
    {
        this.bus = bus;
        this.address = address;
        Pressure = new Barometer(this);
    }

    /// <summary>In hPa, one decimal.</summary>
    public readonly ISensor Pressure;

    /// <summary>Tenths of a hectopascal, of the last measurement.</summary>
    internal int DecaPascals;

    protected override bool Measure()
    {
        try
        {
            binding ??= Begin();
            if (IsSet())
            {
                Bme280ReadResult result = binding.Read();
                CentiDegrees = (int)(result.Temperature.DegreesCelsius * 100);
                CentiPercent = (int)(result.Humidity.Percent * 100);
                DecaPascals = (int)(result.Pressure.Hectopascals * 10);
                if (result.TemperatureIsValid && result.HumidityIsValid && result.PressureIsValid && IsSet())
                    return true;
            }
        }
        catch (Exception)
        {
            // The binding looks for the chip when it is made, and throws when it is not there.
        }

        binding = null;
        return false;
    }

    Bme280 Begin()
    {
        Bme280 begun = new Bme280(bus.Chip(address));
        // It has reset the chip, and does not wait until that takes settings again (2 ms).
        Wait(StartMs);
        begun.TemperatureSampling = Sampling.UltraLowPower;
        begun.PressureSampling = Sampling.UltraLowPower;
        begun.HumiditySampling = Sampling.UltraLowPower;
        return begun;
    }

    bool IsSet()
    {
        setting[0] = HumidityControl;
        return bus.TryWrite(address, setting, 1) && bus.TryRead(address, setting, 1) && (setting[0] & 7) == (int)Sampling.UltraLowPower;
    }

    sealed class Barometer : ISensor
    {
        readonly Bme280Chip chip;

        internal Barometer(Bme280Chip chip) => this.chip = chip;

        public string Name => "pressure";

        public string Label => "Pressure";

        public string Unit => "hPa";

        public bool IsBoolean => false;

        public bool TryRead(Reading reading)
        {
            if (!chip.TryMeasure())
                return false;
            reading.SetNumber(chip.DecaPascals, 1);
            return true;
        }
    }
}
