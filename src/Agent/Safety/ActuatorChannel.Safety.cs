namespace Presentity.Agent;

/// <summary>What is asked before an actuator is set, and noted after it.</summary>
public sealed partial class ActuatorChannel
{
    /// <summary>What it may do.</summary>
    internal ActuatorPolicy Policy = null!;

    /// <summary>When it went on, by the clock's milliseconds; <see cref="long.MaxValue"/> while it is off.</summary>
    internal long OnSince = long.MaxValue;

    /// <summary>When it is to be switched off by itself; <see cref="long.MaxValue"/> for never.</summary>
    internal long OffAt = long.MaxValue;

    /// <summary>Whether it has been set to its fail-safe state in the present time offline.</summary>
    internal bool HasFailedSafe;

    /// <summary>Whether it was to be switched off by itself, and did not obey.</summary>
    internal bool IsStuck;

    /// <summary>Who watches over it.</summary>
    internal ActuatorGuard? Guard;

    /// <summary>Why it was not set, when that was not the hardware's fault; empty otherwise.</summary>
    internal string Refusal = "";

    /// <summary>Sets it for a while, after which it is switched off; no longer than it may be on.</summary>
    /// <param name="value">1 to the actuator's maximum.</param>
    /// <param name="milliseconds">How long.</param>
    /// <returns>As <see cref="TrySet(int)"/>.</returns>
    public bool TrySet(int value, int milliseconds)
    {
        if (!TrySet(value))
            return false;
        Guard?.SwitchOffIn(this, milliseconds);
        return true;
    }

    /// <summary>What came of being set for a while: <c>pump is on for 10 min</c>. That is as long as it may be, which can be less than was
    /// asked for.</summary>
    public string TimedOutcome() =>
        Outcome(true) + (Guard == null || OffAt == long.MaxValue ? "" : " for " + DeviceStatus.Duration(Guard.UntilOff(this)));

    partial void Prepare(int value, ref bool mayBe)
    {
        Refusal = "";
        if (Guard != null)
            mayBe = Guard.MayBe(this, value);
    }

    partial void Finish() => Guard?.Note(this);

    partial void Explain(ref string what)
    {
        if (Refusal.Length > 0)
            what = Refusal;
    }
}
