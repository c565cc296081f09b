using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>What one sensor has read: the mean of each slot, in three bytes. All of it is allocated at the start.</summary>
sealed class HistoryRing
{
    /// <summary>A boolean is kept as the share of the slot for which it was true, in thousandths.</summary>
    internal const int BooleanDecimals = 3;

    const int BytesPerValue = 3;

    // Values from -Most to Most are kept as they are, with this added: 0 is a slot without a value.
    const int Zero = 0x800000;
    const int Most = Zero - 1;

    readonly byte[] values;
    long sum;
    int count;
    int decimalsOfSum;

    internal HistoryRing(int slots) => values = new byte[slots * BytesPerValue];

    /// <summary>How many of the last digits of all values are decimals; below 0 before the first.</summary>
    internal int Decimals = -1;

    internal bool IsBoolean;

    /// <summary>Takes a reading into the slot that is in progress. What is not available is left out.</summary>
    internal void Add(Reading reading)
    {
        if (!reading.IsAvailable)
            return;
        long value = reading.IsBoolean ? reading.Value * 1000L : reading.Value;
        int decimals = reading.IsBoolean ? BooleanDecimals : reading.Decimals;
        if (Decimals < 0)
            Begin(reading.IsBoolean, value, decimals);
        if (count == 0)
            decimalsOfSum = decimals;
        sum += Scaled(value, decimals, decimalsOfSum);
        count++;
    }

    /// <summary>Ends the slot that is in progress, and keeps its mean; without a reading there is none.</summary>
    internal void Close(int index)
    {
        long kept = 0;
        if (count > 0)
        {
            long mean = Scaled(Rounded(sum, count), decimalsOfSum, Decimals);
            // On for however short: that is not off.
            if (mean == 0 && IsBoolean && sum > 0)
                mean = 1;
            if (mean >= -Most && mean <= Most)
                kept = mean + Zero;
        }

        sum = 0;
        count = 0;
        int at = index * BytesPerValue;
        values[at] = (byte)(kept >> 16);
        values[at + 1] = (byte)(kept >> 8);
        values[at + 2] = (byte)kept;
    }

    /// <summary>The value of a slot, scaled by <see cref="Decimals"/>.</summary>
    /// <returns>False when it has none.</returns>
    internal bool TryGet(int index, out int value)
    {
        int at = index * BytesPerValue;
        value = ((values[at] << 16) | (values[at + 1] << 8) | values[at + 2]) - Zero;
        return value != -Zero;
    }

    /// <summary>Divides, and rounds half away from zero.</summary>
    /// <param name="value">What is divided.</param>
    /// <param name="by">More than 0.</param>
    internal static long Rounded(long value, long by) => (value + (value < 0 ? -(by / 2) : by / 2)) / by;

    // Of a number with many digits the last are not kept, so that there is room for ten times as much.
    void Begin(bool isBoolean, long value, int decimals)
    {
        IsBoolean = isBoolean;
        Decimals = decimals;
        while (!isBoolean && Decimals > 0 && (value > Most / 10 || value < -(Most / 10)))
        {
            value /= 10;
            Decimals--;
        }
    }

    static long Scaled(long value, int from, int to)
    {
        for (; from < to; from++)
            value *= 10;
        for (long by = 10; from > to; from--)
        {
            if (from == to + 1)
                return Rounded(value, by);
            by *= 10;
        }

        return value;
    }
}
