using System;

namespace Presentity.Agent;

/// <summary>Publishing policies by the name of the sensor.</summary>
public sealed class SensorSettings
{
    readonly PublishingPolicy common = new PublishingPolicy();

    /// <summary>Those that are one sensor's own.</summary>
    public PublishingPolicy[] Own = new PublishingPolicy[0];

    /// <summary>The policy that holds for a sensor: its own, or the one of the defaults, which all others share.</summary>
    public PublishingPolicy Of(string name)
    {
        for (int i = 0; i < Own.Length; i++)
            if (Own[i].Sensor == name)
                return Own[i];
        return common;
    }

    /// <summary>The sensor's own policy, to be changed; made with the defaults when there is none yet.</summary>
    public PublishingPolicy For(string name)
    {
        PublishingPolicy policy = Of(name);
        if (policy != common)
            return policy;
        policy = new PublishingPolicy { Sensor = name };
        PublishingPolicy[] more = new PublishingPolicy[Own.Length + 1];
        Array.Copy(Own, more, Own.Length);
        more[Own.Length] = policy;
        Own = more;
        return policy;
    }
}
