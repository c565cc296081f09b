using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>A sensor with its policy, what it reads now, and what of it was told last.</summary>
public sealed partial class SensorChannel : Channel
{
    readonly Reading told = new Reading();
    long toldAt = long.MinValue / 2;

    /// <summary>Reads this sensor by this policy.</summary>
    public SensorChannel(ISensor sensor, PublishingPolicy policy)
        : base(sensor.Name, sensor.Unit)
    {
        Sensor = sensor;
        Policy = policy;
    }

    public readonly ISensor Sensor;

    /// <summary>When it is told, and what is made of it.</summary>
    public PublishingPolicy Policy;

    /// <summary>Whether the reading should be told; after <see cref="Sample"/>.</summary>
    public bool IsDue;

    /// <summary>Whether it should be told at once: a boolean has changed, or the sensor has failed or come back.</summary>
    public bool IsUrgent;

    /// <summary>Reads the sensor. A failed read is no value, never the old one.</summary>
    public void Sample(long now)
    {
        Read(Now);
        Condition(now);
        IsDue = Policy.IsDue(told, now - toldAt, Now);
        IsUrgent = IsDue && (Now.IsAvailable != told.IsAvailable || (Now.IsBoolean && Now.Value != told.Value));
        Watch(now);
    }

    /// <summary>Reads the sensor once more, for who asks now; what is published is left alone.</summary>
    /// <param name="reading">Gets the reading; not available when the sensor failed.</param>
    public void Read(Reading reading)
    {
        if (!Sensor.TryRead(reading))
            reading.SetUnavailable();
        Calibrate(reading);
    }

    /// <summary>What is read now has been told.</summary>
    public void Told(long now)
    {
        told.CopyFrom(Now);
        toldAt = now;
        IsDue = false;
        IsUrgent = false;
        AlarmTold();
    }

    // Those of what is made of a reading (../Sensing); where there is none, nothing is left of the call.
    partial void Calibrate(Reading reading);

    partial void Condition(long now);

    partial void Watch(long now);

    partial void AlarmTold();
}
