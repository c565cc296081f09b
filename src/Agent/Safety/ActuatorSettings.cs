using System;

namespace Presentity.Agent;

/// <summary>Policies of actuators by their names; those without one are off at boot, and nothing else is asked of them.</summary>
public sealed class ActuatorSettings
{
    /// <summary>Whether the device starts in safe mode: every actuator at its fail-safe state, and nobody obeyed.</summary>
    public bool IsSafeMode;

    /// <summary>The policies that are set.</summary>
    public ActuatorPolicy[] Own = new ActuatorPolicy[0];

    /// <summary>The policy that holds for an actuator; null for none of its own.</summary>
    public ActuatorPolicy? Of(string name)
    {
        for (int i = 0; i < Own.Length; i++)
            if (Own[i].Actuator == name)
                return Own[i];
        return null;
    }

    /// <summary>The actuator's own policy, to be changed; made with the defaults when there is none yet.</summary>
    public ActuatorPolicy For(string name)
    {
        ActuatorPolicy? policy = Of(name);
        if (policy != null)
            return policy;
        policy = new ActuatorPolicy { Actuator = name };
        ActuatorPolicy[] more = new ActuatorPolicy[Own.Length + 1];
        Array.Copy(Own, more, Own.Length);
        more[Own.Length] = policy;
        Own = more;
        return policy;
    }
}
