using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>The humidity of a chip that measures the temperature too.</summary>
sealed class Hygrometer : ISensor
{
    readonly ClimateChip chip;

    internal Hygrometer(ClimateChip chip) => this.chip = chip;

    public string Name => "humidity";

    public string Label => "Humidity";

    public string Unit => "%";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        if (!chip.TryMeasure())
            return false;
        reading.SetNumber(ClimateChip.Tenths(chip.CentiPercent), 1);
        return true;
    }
}
