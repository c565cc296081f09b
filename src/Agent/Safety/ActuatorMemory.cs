using System.Text;
using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>What the actuators were set to last, over a restart: a line <c>pump=1</c> for each whose policy asks for it.</summary>
sealed class ActuatorMemory
{
    const string File = "actuators.state";

    // Flash wears out: not more often than this, and whatever is last is written in the end.
    const int IntervalMs = 10000;

    readonly ActuatorChannel[] actuators;
    readonly IStore? store;
    readonly ILog log;
    readonly string[] before;
    string written = "";
    bool hasChanged;
    long writtenAt = -IntervalMs;

    internal ActuatorMemory(ActuatorChannel[] actuators, IStore? store, ILog log)
    {
        this.actuators = actuators;
        this.store = store;
        this.log = log;
        byte[]? contents = store?.Read(File);
        before = contents == null ? new string[0] : Encoding.UTF8.GetString(contents, 0, contents.Length).Split('\n');
    }

    /// <summary>What an actuator was set to when the last run ended; 0 when that is not known, or nothing that it can be.</summary>
    internal int LastOf(ActuatorChannel actuator)
    {
        string key = actuator.Actuator.Name + "=";
        for (int i = 0; i < before.Length; i++)
            if (before[i].IndexOf(key) == 0 && int.TryParse(before[i].Substring(key.Length), out int value)
                && value >= 0 && value <= actuator.Actuator.Maximum)
                return value;
        return 0;
    }

    /// <summary>Something was set.</summary>
    internal void Changed() => hasChanged = true;

    /// <summary>Writes what has changed.</summary>
    /// <returns>Milliseconds until there will be something to write.</returns>
    internal int RunDue(long now)
    {
        if (!hasChanged || store == null)
            return int.MaxValue;
        if (now - writtenAt < IntervalMs)
            return (int)(writtenAt + IntervalMs - now);
        writtenAt = now;
        Write(store);
        return int.MaxValue;
    }

    /// <summary>Writes what has changed, since the agent stops.</summary>
    internal void Flush()
    {
        if (hasChanged && store != null)
            Write(store);
    }

    void Write(IStore store)
    {
        hasChanged = false;
        string lines = "";
        for (int i = 0; i < actuators.Length; i++)
            if (actuators[i].Policy.AtBoot == BootState.Last && actuators[i].Now.IsAvailable)
                lines += actuators[i].Actuator.Name + "=" + actuators[i].Now.Value.ToString() + "\n";
        if (lines == written)
            return;
        byte[] contents = Encoding.UTF8.GetBytes(lines);
        if (store.Write(File, contents, contents.Length))
            written = lines;
        else
            log.Write(LogLevel.Warning, "what the actuators are set to cannot be remembered: " + store.Failure);
    }
}
