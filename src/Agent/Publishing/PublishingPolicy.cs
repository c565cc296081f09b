using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>When a reading is worth telling: far enough from the last one told, not too soon, and again after a while.</summary>
public sealed partial class PublishingPolicy
{
    /// <summary>The name of the one sensor that it is for; empty when it is for all.</summary>
    public string Sensor = "";

    /// <summary>How far a number must move: in the units of the reading, scaled by <see cref="DeadBandDecimals"/>; or in percent
    /// of what was told last. 0 for every change.</summary>
    public int DeadBand;

    /// <summary>How many of the dead band's last digits are decimals, 0 to 3.</summary>
    public int DeadBandDecimals;

    /// <summary>Whether the dead band is in percent.</summary>
    public bool IsPercent;

    /// <summary>Milliseconds that must pass before a number is told again because it moved.</summary>
    public int MinimumIntervalMs = 30000;

    /// <summary>Milliseconds after which a reading is told again although it did not move; 0 for never.</summary>
    public int HeartbeatMs = 900000;

    /// <summary>Whether a reading is to be told.</summary>
    /// <param name="told">What was told last; not available before the first time.</param>
    /// <param name="toldAgoMs">How long ago that was.</param>
    /// <param name="now">What was read now.</param>
    public bool IsDue(Reading told, long toldAgoMs, Reading now)
    {
        // Whether there is a value at all, and a boolean, are told at once: no dead band, no waiting.
        if (told.IsAvailable != now.IsAvailable)
            return true;
        if (HeartbeatMs > 0 && toldAgoMs >= HeartbeatMs)
            return true;
        if (!now.IsAvailable)
            return false;
        if (now.IsBoolean)
            return told.Value != now.Value;
        return toldAgoMs >= MinimumIntervalMs && HasMoved(told, now);
    }

    bool HasMoved(Reading told, Reading now)
    {
        long distance = Millionths(now.Value, now.Decimals) - Millionths(told.Value, told.Decimals);
        if (distance == 0)
            return false;
        if (distance < 0)
            distance = -distance;
        long band = Millionths(DeadBand, DeadBandDecimals);
        if (!IsPercent)
            return distance >= band;
        long of = Millionths(told.Value, told.Decimals);
        return distance * 100 >= (of < 0 ? -of : of) * band / Millionths(1, 0);
    }

    // Everything in millionths, in which no reading has more than it can say.
    static long Millionths(int value, int decimals)
    {
        long scaled = value;
        for (int i = decimals; i < 6; i++)
            scaled *= 10;
        return scaled;
    }
}
