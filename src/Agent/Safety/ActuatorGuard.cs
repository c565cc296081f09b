using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>Watches over the actuators: what they are at boot, how long they may be on, which exclude each other, and what they are when
/// nobody can reach the device.</summary>
public sealed class ActuatorGuard
{
    // An actuator that does not obey is told again.
    const int AgainMs = 1000;

    readonly ActuatorChannel[] actuators;
    readonly IClock clock;
    readonly ILog log;
    readonly ActuatorMemory memory;
    long onlineAt;
    bool isOwn;

    /// <summary>Sets every actuator to what it is at boot.</summary>
    /// <param name="actuators">All of the board.</param>
    /// <param name="settings">Of those that have any.</param>
    /// <param name="clock">Of the platform.</param>
    /// <param name="log">Told of whatever an actuator does by itself.</param>
    /// <param name="store">Where it is remembered what they were set to last; null for nowhere.</param>
    public ActuatorGuard(ActuatorChannel[] actuators, ActuatorSettings settings, IClock clock, ILog log, IStore? store)
    {
        this.actuators = actuators;
        this.clock = clock;
        this.log = log;
        memory = new ActuatorMemory(actuators, store, log);
        onlineAt = clock.Milliseconds;
        IsSafeMode = settings.IsSafeMode;
        for (int i = 0; i < actuators.Length; i++)
        {
            ActuatorPolicy? policy = settings.Of(actuators[i].Actuator.Name);
            actuators[i].Policy = policy == null ? new ActuatorPolicy() : policy;
            actuators[i].Guard = this;
        }

        SetAll("at boot: ");
    }

    /// <summary>Whether every actuator is at its fail-safe state, and whoever would set it to another is told so.</summary>
    internal bool IsSafeMode;

    /// <summary>Begins safe mode: every actuator is set to its fail-safe state.</summary>
    /// <returns>False when one did not obey.</returns>
    internal bool EnterSafeMode()
    {
        IsSafeMode = true;
        return SetAll("safe mode: ");
    }

    /// <summary>Does what is due.</summary>
    /// <param name="isOnline">Whether somebody could reach the device.</param>
    /// <returns>Milliseconds until something will be due.</returns>
    public int RunDue(bool isOnline)
    {
        long now = clock.Milliseconds;
        if (isOnline)
            onlineAt = now;
        int wait = memory.RunDue(now);
        for (int i = 0; i < actuators.Length; i++)
        {
            ActuatorChannel actuator = actuators[i];
            Notice(actuator);
            if (now >= actuator.OffAt)
            {
                SwitchOff(actuator, now);
                // So that it is told at once.
                wait = 0;
            }

            if (isOnline)
                actuator.HasFailedSafe = false;
            else if (actuator.Policy.FailSafeAfterMs > 0 && now - onlineAt >= actuator.Policy.FailSafeAfterMs)
                FailSafe(actuator);
            if (actuator.OffAt - now < wait)
                wait = actuator.OffAt > now ? (int)(actuator.OffAt - now) : 0;
        }

        return wait;
    }

    /// <summary>The agent stops: what is to be remembered is written.</summary>
    public void End() => memory.Flush();

    /// <summary>Whether an actuator may be set to this, now.</summary>
    internal bool MayBe(ActuatorChannel actuator, int value)
    {
        if (IsSafeMode && !isOwn && value != actuator.Policy.FailSafe)
        {
            actuator.Refusal = " obeys nobody in safe mode: it is ";
            return false;
        }

        return value == 0 || MakeWay(actuator);
    }

    /// <summary>Switches off whatever excludes this one.</summary>
    /// <returns>False when one of them may still be on: then this one must not be.</returns>
    bool MakeWay(ActuatorChannel actuator)
    {
        if (actuator.Policy.Interlock.Length == 0)
            return true;
        for (int i = 0; i < actuators.Length; i++)
        {
            ActuatorChannel other = actuators[i];
            if (other == actuator || other.Policy.Interlock != actuator.Policy.Interlock)
                continue;
            other.Sample();
            if (other.Now.IsAvailable && other.Now.Value == 0)
                continue;
            if (!other.TrySet(0))
            {
                actuator.Refusal = " must not be on while " + other.Actuator.Name + " cannot be switched off: it is ";
                return false;
            }

            log.Write(LogLevel.Info, other.Actuator.Name + " is off: " + actuator.Actuator.Name + " excludes it");
        }

        return true;
    }

    /// <summary>An actuator has been set, or was to be: a time that was given to it before is no longer its own.</summary>
    internal void Note(ActuatorChannel actuator)
    {
        Notice(actuator);
        actuator.OffAt = Limit(actuator);
        memory.Changed();
    }

    /// <summary>Switches it off after this time, or sooner if it may not be on for so long.</summary>
    internal void SwitchOffIn(ActuatorChannel actuator, int milliseconds)
    {
        long at = clock.Milliseconds + milliseconds;
        long limit = Limit(actuator);
        actuator.OffAt = at < limit ? at : limit;
    }

    /// <summary>Milliseconds until it is switched off by itself.</summary>
    internal long UntilOff(ActuatorChannel actuator) => actuator.OffAt - clock.Milliseconds;

    /// <summary>Begins and ends its time. What somebody switches at the hardware itself counts too.</summary>
    void Notice(ActuatorChannel actuator)
    {
        if (!actuator.Now.IsAvailable)
            return;
        if (actuator.Now.Value == 0)
        {
            actuator.OnSince = long.MaxValue;
            actuator.OffAt = long.MaxValue;
        }
        else if (actuator.OnSince == long.MaxValue)
        {
            actuator.OnSince = clock.Milliseconds;
            actuator.OffAt = Limit(actuator);
        }
    }

    static long Limit(ActuatorChannel actuator) =>
        actuator.OnSince == long.MaxValue || actuator.Policy.MaximumOnMs == 0
            ? long.MaxValue : actuator.OnSince + actuator.Policy.MaximumOnMs;

    void SwitchOff(ActuatorChannel actuator, long now)
    {
        bool obeyed = Set(actuator, 0);
        if (obeyed)
            log.Write(LogLevel.Info, actuator.Actuator.Name + " is off: its time is over");
        else if (!actuator.IsStuck)
            log.Write(LogLevel.Error, "its time is over, and " + actuator.Outcome(false));
        actuator.IsStuck = !obeyed;
        if (!obeyed)
            actuator.OffAt = now + AgainMs;
    }

    void FailSafe(ActuatorChannel actuator)
    {
        int safe = actuator.Policy.FailSafe;
        if (actuator.HasFailedSafe)
            return;
        actuator.HasFailedSafe = true;
        actuator.Sample();
        if (actuator.Now.IsAvailable && actuator.Now.Value == safe)
            return;
        bool obeyed = Set(actuator, safe);
        log.Write(obeyed ? LogLevel.Warning : LogLevel.Error, "offline: " + actuator.Outcome(obeyed));
    }

    int Wanted(ActuatorChannel actuator)
    {
        if (IsSafeMode)
            return actuator.Policy.FailSafe;
        switch (actuator.Policy.AtBoot)
        {
            case BootState.On:
                return actuator.Actuator.Maximum;
            case BootState.Last:
                // How long it was on is not known, and a device that restarts again and again would leave it on for ever.
                return actuator.Policy.MaximumOnMs > 0 ? 0 : memory.LastOf(actuator);
            default:
                return 0;
        }
    }

    /// <summary>Sets every actuator to what it is at boot, or in safe mode. Off comes first: nothing goes on while another of its group
    /// still is.</summary>
    bool SetAll(string when)
    {
        bool obeyed = true;
        for (int pass = 0; pass < 2; pass++)
            for (int i = 0; i < actuators.Length; i++)
                if (Wanted(actuators[i]) == 0 == (pass == 0) && !Set(actuators[i], Wanted(actuators[i])))
                {
                    obeyed = false;
                    log.Write(LogLevel.Error, when + actuators[i].Outcome(false));
                }

        return obeyed;
    }

    /// <summary>Sets an actuator by ourselves, in safe mode too.</summary>
    bool Set(ActuatorChannel actuator, int value)
    {
        isOwn = true;
        bool obeyed = actuator.TrySet(value);
        isOwn = false;
        return obeyed;
    }
}
