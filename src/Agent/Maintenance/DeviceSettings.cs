using System.Text;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What has been set by command since the device was configured, over a restart: a line <c>sensor.temperature.interval = 60</c> for
/// each key, the last word about it. The configuration stays the basis.</summary>
public sealed partial class DeviceSettings
{
    const string File = "settings.state";
    const string Equal = " = ";
    const string SensorPrefix = "sensor.";

    readonly AgentOptions options;
    readonly ILog log;
    string lines = "";

    /// <summary>Sets what was set before.</summary>
    /// <param name="options">Of the agent; its store keeps the lines.</param>
    /// <param name="board">Whose sensors there are.</param>
    /// <param name="log">Told of what cannot be read.</param>
    public DeviceSettings(AgentOptions options, IBoard board, ILog log)
    {
        this.options = options;
        this.log = log;
        byte[]? contents = options.Store?.Read(File);
        if (contents == null)
            return;
        string[] all = Encoding.UTF8.GetString(contents, 0, contents.Length).Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            int equal = all[i].IndexOf(Equal);
            if (equal < 0)
                continue;
            string key = all[i].Substring(0, equal);
            string wrong = Take(board, key, all[i].Substring(equal + Equal.Length));
            if (wrong.Length == 0)
                Note(key, all[i].Substring(equal + Equal.Length));
            else
                log.Write(LogLevel.Warning, File + ": " + key + ": " + wrong);
        }
    }

    /// <summary>Sets a key of a sensor.</summary>
    /// <param name="channel">The sensor; gets a policy of its own.</param>
    /// <param name="key">The last part of the key.</param>
    /// <param name="value">Good, as <see cref="SensorKeys.Set"/> has said.</param>
    internal void Set(SensorChannel channel, string key, string value)
    {
        channel.Policy = options.Sensors.For(channel.Sensor.Name);
        SensorKeys.Set(channel.Policy, key, value);
        Note(SensorPrefix + channel.Sensor.Name + "." + key, value);
    }

    /// <summary>Notes that a key has been set.</summary>
    internal void Note(string key, string value)
    {
        string[] all = lines.Split('\n');
        lines = "";
        for (int i = 0; i < all.Length; i++)
            if (all[i].Length > 0 && all[i].IndexOf(key + Equal) != 0)
                lines += all[i] + "\n";
        lines += key + Equal + value + "\n";
    }

    /// <summary>Writes what was set.</summary>
    /// <returns>What to tell a person of it: empty when it is kept.</returns>
    string Keep()
    {
        IStore? store = options.Store;
        byte[] contents = Encoding.UTF8.GetBytes(lines);
        if (store != null && store.Write(File, contents, contents.Length))
            return "";
        string forgotten = "forgotten at the next start: " + (store == null ? "there is no store" : store.Failure);
        log.Write(LogLevel.Error, "what was set is " + forgotten);
        return forgotten;
    }

    /// <summary>Keeps what was set, and completes a command with it.</summary>
    /// <param name="request">Which has set something, or nothing.</param>
    /// <param name="done">What was set; empty for nothing.</param>
    internal CommandStatus Complete(CommandRequest request, string done)
    {
        request.HasOnlyLooked = done.Length == 0;
        if (done.Length == 0)
            return request.Complete("nothing changed");
        string forgotten = Keep();
        if (forgotten.Length > 0)
            request.NoteType = Word.Warn;
        return request.Complete(forgotten.Length > 0 ? done + "; " + forgotten : done);
    }

    string Take(IBoard board, string key, string value)
    {
        string wrong = "there is no such key";
        int dot = key.LastIndexOf('.');
        for (int i = 0; i < board.Sensors.Length; i++)
        {
            string name = board.Sensors[i].Name;
            if (key.IndexOf(SensorPrefix + name + ".") != 0 || dot != SensorPrefix.Length + name.Length)
                continue;
            // A value that is wrong leaves something behind: not in the one that counts.
            wrong = SensorKeys.Set(new PublishingPolicy(), key.Substring(dot + 1), value);
            if (wrong.Length == 0)
                SensorKeys.Set(options.Sensors.For(name), key.Substring(dot + 1), value);
        }

        TakeForActuators(key, value, ref wrong);
        TakeForMachines(key, value, ref wrong);
        return wrong;
    }

    // That of safe mode (../Safety).
    partial void TakeForActuators(string key, string value, ref string wrong);

    // That of name and place (../Machines).
    partial void TakeForMachines(string key, string value, ref string wrong);
}
