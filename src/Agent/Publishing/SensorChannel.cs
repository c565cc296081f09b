using System.Text;
using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>A sensor with its policy, what it reads now, and what of it was told last.</summary>
public sealed class SensorChannel
{
    readonly Reading told = new Reading();
    long toldAt = long.MinValue / 2;

    /// <summary>Reads this sensor by this policy.</summary>
    public SensorChannel(ISensor sensor, PublishingPolicy policy)
    {
        Sensor = sensor;
        Policy = policy;
        Name = Encoding.UTF8.GetBytes(sensor.Name);
        Unit = Encoding.UTF8.GetBytes(sensor.Unit);
    }

    public ISensor Sensor { get; }

    public PublishingPolicy Policy { get; }

    /// <summary>The sensor's name in UTF-8; not to be written to.</summary>
    public byte[] Name { get; }

    /// <summary>The sensor's unit in UTF-8; not to be written to.</summary>
    public byte[] Unit { get; }

    /// <summary>What the sensor read last.</summary>
    public Reading Now { get; } = new Reading();

    /// <summary>Whether the reading should be told; after <see cref="Sample"/>.</summary>
    public bool IsDue { get; private set; }

    /// <summary>Whether it should be told at once: a boolean has changed, or the sensor has failed or come back.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>Reads the sensor. A failed read is no value, never the old one.</summary>
    public void Sample(long now)
    {
        if (!Sensor.TryRead(Now))
            Now.SetUnavailable();
        IsDue = Policy.IsDue(told, now - toldAt, Now);
        IsUrgent = IsDue && (Now.IsAvailable != told.IsAvailable || (Now.IsBoolean && Now.Value != told.Value));
    }

    /// <summary>What is read now has been told.</summary>
    public void Told(long now)
    {
        told.CopyFrom(Now);
        toldAt = now;
        IsDue = false;
        IsUrgent = false;
    }
}
