namespace Presentity.Platform;

/// <summary>What a sensor measured, or an actuator's state: a scaled integer, a boolean, or nothing.</summary>
/// <remarks>Reused: the owner hands the same object to each read. No floating point, because formatting it is dear and
/// imprecise on the chip: 21.4 °C is <see cref="Value"/> 214 with <see cref="Decimals"/> 1.</remarks>
public sealed class Reading
{
    /// <summary>The scaled integer, or 1 and 0 for true and false. Means nothing while not <see cref="IsAvailable"/>.</summary>
    public int Value;

    /// <summary>How many of the value's last digits are decimals, 0 to 6.</summary>
    public int Decimals;

    /// <summary>Whether the value is a boolean.</summary>
    public bool IsBoolean;

    /// <summary>False after a failed read: the old value is gone.</summary>
    public bool IsAvailable;

    /// <summary>Sets a number: <paramref name="value"/> divided by ten to the power of <paramref name="decimals"/>.</summary>
    public void SetNumber(int value, int decimals)
    {
        Value = value;
        Decimals = decimals;
        IsBoolean = false;
        IsAvailable = true;
    }

    /// <summary>Sets a boolean.</summary>
    public void SetBoolean(bool value)
    {
        Value = value ? 1 : 0;
        Decimals = 0;
        IsBoolean = true;
        IsAvailable = true;
    }

    /// <summary>Says that there is no value.</summary>
    public void SetUnavailable()
    {
        Value = 0;
        IsAvailable = false;
    }

    /// <summary>Takes over another reading.</summary>
    public void CopyFrom(Reading other)
    {
        Value = other.Value;
        Decimals = other.Decimals;
        IsBoolean = other.IsBoolean;
        IsAvailable = other.IsAvailable;
    }
}
