namespace Presentity.Agent;

/// <summary>What is made of a reading before it is told, and what it must not be.</summary>
public sealed partial class PublishingPolicy
{
    /// <summary>The most readings that a filter looks back on.</summary>
    public const int LongestWindow = 15;

    /// <summary>What <see cref="Above"/> and <see cref="Below"/> are while there is no such limit.</summary>
    public const int NoLimit = int.MinValue;

    /// <summary>By how many thousandths a reading is multiplied: 1000 leaves it as it is.</summary>
    public int Scale = 1000;

    /// <summary>How many thousandths of its unit are added, after that.</summary>
    public int Offset;

    /// <summary>How many readings the filter looks back on; 0 or 1 for no filter.</summary>
    public int Window;

    /// <summary>Whether the filter takes the median; otherwise the average.</summary>
    public bool IsMedian;

    /// <summary>Milliseconds for which the last reading holds while the sensor cannot be read; 0 for none: it is unavailable at once.</summary>
    public int ExpiryMs;

    /// <summary>More than so many thousandths of its unit is an alarm; <see cref="NoLimit"/> for none.</summary>
    public int Above = NoLimit;

    /// <summary>Less than so many thousandths of its unit is an alarm; <see cref="NoLimit"/> for none.</summary>
    public int Below = NoLimit;

    /// <summary>How many thousandths of its unit a reading must be back inside before an alarm is over.</summary>
    public int Hysteresis;

    /// <summary>Milliseconds for which a reading must be outside before it is an alarm.</summary>
    public int AlarmDelayMs;
}
