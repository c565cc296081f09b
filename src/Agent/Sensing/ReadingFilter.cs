using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>The median or the average of the last readings of a sensor. A reading that failed begins it anew.</summary>
public sealed class ReadingFilter
{
    readonly int[] values;
    readonly int[] sorted;
    readonly bool isMedian;
    int count;
    int next;

    /// <summary>Looks back on so many readings.</summary>
    public ReadingFilter(int window, bool isMedian)
    {
        values = new int[window];
        sorted = new int[window];
        this.isMedian = isMedian;
    }

    /// <summary>Takes a reading in, and makes it what the filter says.</summary>
    public void Pass(Reading reading)
    {
        if (!reading.IsAvailable || reading.IsBoolean)
        {
            count = 0;
            next = 0;
            return;
        }

        values[next] = reading.Value;
        next = (next + 1) % values.Length;
        if (count < values.Length)
            count++;
        reading.Value = isMedian ? Median() : Average();
    }

    int Average()
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
            sum += values[i];
        // Rounded, half away from zero.
        return (int)((sum + (sum < 0 ? -count / 2 : count / 2)) / count);
    }

    int Median()
    {
        for (int i = 0; i < count; i++)
        {
            int value = values[i];
            int at = i;
            for (; at > 0 && sorted[at - 1] > value; at--)
                sorted[at] = sorted[at - 1];
            sorted[at] = value;
        }

        // Of an even number the lower of the two in the middle: it was read.
        return sorted[(count - 1) / 2];
    }
}
