namespace Presentity.Agent;

/// <summary>What an actuator may do, and what it does by itself.</summary>
public sealed class ActuatorPolicy
{
    /// <summary>The name of the actuator that it is for.</summary>
    public string Actuator = "";

    /// <summary>What it is set to when the agent starts.</summary>
    public BootState AtBoot;

    /// <summary>Milliseconds after which it is switched off, however often it was switched on meanwhile; 0 for never.</summary>
    public int MaximumOnMs;

    /// <summary>The interlock group: of those that have the same, at most one is on at any time. Empty for none.</summary>
    public string Interlock = "";

    /// <summary>What it is set to when the device has been offline for <see cref="FailSafeAfterMs"/>.</summary>
    public int FailSafe;

    /// <summary>Milliseconds without a session after which it is set to <see cref="FailSafe"/>; 0 for never.</summary>
    public int FailSafeAfterMs;
}

/// <summary>What an actuator is set to when the agent starts.</summary>
public enum BootState
{
    /// <summary>Off, whatever it was.</summary>
    Off,

    /// <summary>On; a level goes to its maximum.</summary>
    On,

    /// <summary>What it was set to last; off when that is not known.</summary>
    Last,
}
