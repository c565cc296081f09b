using System;
using Iot.Device.Bmxx80;
using Iot.Device.Bmxx80.ReadResult;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>The BME280 by Bosch, through the binding of nanoFramework: temperature, humidity, and pressure beside them.</summary>
public sealed class Bme280Chip : ClimateChip
{
    /// <summary>With the pin SDO at ground, as on most boards.</summary>
    public const int DefaultAddress = 0x76;

    readonly NanoI2cBus bus;
    readonly int address;
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
            // The binding looks for the chip when it is made, and throws when it is not there: made anew until it is.
            binding ??= new Bme280(bus.Chip(address));
            Bme280ReadResult result = binding.Read();
            if (!result.TemperatureIsValid || !result.HumidityIsValid || !result.PressureIsValid)
                return false;
            CentiDegrees = (int)(result.Temperature.DegreesCelsius * 100);
            CentiPercent = (int)(result.Humidity.Percent * 100);
            DecaPascals = (int)(result.Pressure.Hectopascals * 10);
            return true;
        }
        catch (Exception)
        {
            binding = null;
            return false;
        }
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
