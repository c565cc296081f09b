using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>What is made of a reading before it is told, and whether it is an alarm.</summary>
public sealed partial class SensorChannel
{
    readonly Reading last = new Reading();
    ReadingFilter? filter;
    long goodAt;
    long outsideSince = long.MaxValue;
    AlarmState outside;
    bool isAlarmNews;

    /// <summary>Whether the reading is where it must not be.</summary>
    public AlarmState Alarm;

    /// <summary>Whether the operators have not been told yet what <see cref="Alarm"/> is now.</summary>
    internal bool MustTellAlarm;

    /// <summary>When it came to be what it is, by the clock's milliseconds.</summary>
    internal long AlarmSince;

    partial void Calibrate(Reading reading)
    {
        if (!reading.IsAvailable || reading.IsBoolean || (Policy.Scale == 1000 && Policy.Offset == 0))
            return;
        long offset = Policy.Offset;
        int decimals = reading.Decimals;
        for (; decimals < 3; decimals++)
            offset /= 10;
        for (; decimals > 3; decimals--)
            offset *= 10;
        long scaled = (long)reading.Value * Policy.Scale;
        reading.Value = (int)(((scaled + (scaled < 0 ? -500 : 500)) / 1000) + offset);
    }

    partial void Condition(long now)
    {
        if (Now.IsAvailable)
        {
            if (Policy.Window > 1)
            {
                if (filter == null)
                    filter = new ReadingFilter(Policy.Window, Policy.IsMedian);
                filter.Pass(Now);
            }

            last.CopyFrom(Now);
            goodAt = now;
        }
        else if (last.IsAvailable && now - goodAt < Policy.ExpiryMs)
        {
            Now.CopyFrom(last);
        }
        else if (last.IsAvailable)
        {
            last.SetUnavailable();
            filter = null;
        }
    }

    partial void Watch(long now)
    {
        // A sensor that cannot be read says nothing of an alarm, neither that there is one nor that it is over.
        if (!Now.IsAvailable)
            return;
        AlarmState wanted = Outside();
        if (wanted == Alarm)
        {
            outsideSince = long.MaxValue;
        }
        else
        {
            if (outsideSince == long.MaxValue || wanted != outside)
                outsideSince = now;
            outside = wanted;
            // What is over is over at once; the hysteresis has seen to that.
            if (wanted == AlarmState.None || now - outsideSince >= Policy.AlarmDelayMs)
                Change(wanted, now);
        }

        IsDue |= isAlarmNews;
        IsUrgent |= isAlarmNews;
    }

    partial void AlarmTold() => isAlarmNews = false;

    void Change(AlarmState state, long now)
    {
        Alarm = state;
        outsideSince = long.MaxValue;
        AlarmSince = now;
        isAlarmNews = true;
        MustTellAlarm = true;
    }

    AlarmState Outside()
    {
        long value = Thousandths.Of(Now);
        long inside = Policy.Hysteresis;
        if (Policy.Above != PublishingPolicy.NoLimit && value > Policy.Above - (Alarm == AlarmState.Above ? inside : 0))
            return AlarmState.Above;
        return Policy.Below != PublishingPolicy.NoLimit && value < Policy.Below + (Alarm == AlarmState.Below ? inside : 0)
            ? AlarmState.Below : AlarmState.None;
    }
}

/// <summary>Whether a reading is where it must not be.</summary>
public enum AlarmState
{
    /// <summary>It is where it should be.</summary>
    None,

    /// <summary>It is more than it may be.</summary>
    Above,

    /// <summary>It is less than it may be.</summary>
    Below,
}
