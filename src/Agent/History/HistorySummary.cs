using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>What a sensor read over some slots: the least, the mean and the greatest of their values. Reused.</summary>
public sealed class HistorySummary
{
    readonly Reading value = new Reading();

    /// <summary>How many slots have a value.</summary>
    public int Count;

    /// <summary>The least; not available without a value.</summary>
    public readonly Reading Low = new Reading();

    /// <summary>The mean; of a boolean, the thousandths of the time for which it was true.</summary>
    public readonly Reading Mean = new Reading();

    /// <summary>The greatest.</summary>
    public readonly Reading High = new Reading();

    bool isBoolean;
    long seconds;

    /// <summary>Looks at a sensor.</summary>
    /// <param name="history">Where it is remembered.</param>
    /// <param name="sensor">By its place among the sensors.</param>
    /// <param name="first">The first slot.</param>
    /// <param name="end">The one behind the last.</param>
    public void Read(SensorHistory history, int sensor, long first, long end)
    {
        Low.SetUnavailable();
        Mean.SetUnavailable();
        High.SetUnavailable();
        Count = 0;
        isBoolean = history.IsBoolean(sensor);
        long sum = 0;
        for (long slot = first; slot < end; slot++)
        {
            if (!history.TryGet(sensor, slot, value))
                continue;
            if (Count == 0 || value.Value < Low.Value)
                Low.CopyFrom(value);
            if (Count == 0 || value.Value > High.Value)
                High.CopyFrom(value);
            sum += value.Value;
            Count++;
        }

        if (Count > 0)
            Mean.SetNumber((int)HistoryRing.Rounded(sum, Count), value.Decimals);
        seconds = HistoryRing.Rounded(sum * history.SlotSeconds, 1000);
    }

    /// <summary>In one word: <c>21.4</c>, <c>on</c>, <c>-</c>. What was on for however short is on.</summary>
    public string Text => Count == 0 ? "-" : !isBoolean ? ReadingText.Of(Mean) : seconds > 0 ? "on" : "off";

    /// <summary>In a sentence: <c>temperature 18.2 to 25.9 °C, mean 21.4 °C</c>, <c>button on for 12 min</c>.</summary>
    public string Tell(ISensor sensor)
    {
        if (Count == 0)
            return sensor.Name + ": nothing was read";
        if (isBoolean)
            return sensor.Name + (seconds > 0 ? " on for " + DeviceStatus.Duration(seconds * 1000) : " off");
        return sensor.Name + " " + ReadingText.Of(Low) + " to " + ReadingText.WithUnit(High, sensor.Unit)
            + ", mean " + ReadingText.WithUnit(Mean, sensor.Unit);
    }
}
