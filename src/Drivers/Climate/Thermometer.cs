using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>The temperature of a chip that measures humidity too.</summary>
sealed class Thermometer : ISensor
{
    readonly ClimateChip chip;

    internal Thermometer(ClimateChip chip) => this.chip = chip;

    public string Name => "temperature";

    public string Label => "Temperature";

    public string Unit => "°C";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        if (!chip.TryMeasure())
            return false;
        reading.SetNumber(ClimateChip.Tenths(chip.CentiDegrees), 1);
        return true;
    }
}
