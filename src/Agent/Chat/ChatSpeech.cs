using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What can be said to a device, and what it says to that.</summary>
/// <remarks>
/// <code>
/// help | status | alarms | who
/// read [sensor]
/// history [sensor] [for 3 h]
/// pump on|off [for 10 min]
/// fan 40 [for 2 h]
/// </code>
/// A sentence that is not understood to its last word changes nothing.
/// </remarks>
public sealed partial class ChatSpeech
{
    /// <summary>What is said to who may read only, and wants to set something.</summary>
    internal const string TakesOperator = "not done: that takes an operator";

    // What a hyphenated name may be typed as.
    const int MostWordsOfName = 4;

    // What people say around it.
    static readonly string[] Fillers = { "set", "turn", "switch", "the", "to", "please", "get", "all" };

    static readonly string[] Verbs = { "help", "status", "read", "alarms", "who" };

    readonly SensorChannel[] sensors;
    readonly ActuatorChannel[] actuators;
    readonly DeviceStatus status;
    readonly AccessList access;
    readonly IClock clock;
    readonly CommandRequest run = new CommandRequest();
    readonly Reading reading = new Reading();
    readonly string fillers;
    readonly string[] verbs = Verbs;
    Role role;

    /// <summary>About these sensors and actuators.</summary>
    public ChatSpeech(SensorChannel[] sensors, ActuatorChannel[] actuators, DeviceStatus status, AccessList access, IClock clock)
    {
        this.sensors = sensors;
        this.actuators = actuators;
        this.status = status;
        this.access = access;
        this.clock = clock;
        fillers = " ";
        for (int i = 0; i < Fillers.Length; i++)
            if (!IsName(Fillers[i]))
                fillers += Fillers[i] + " ";
        AddVerbs(ref verbs);
    }

    /// <summary>What was said.</summary>
    public readonly ChatWords Words = new ChatWords();

    /// <summary>Whether the last answer is one to something that was understood.</summary>
    public bool WasUnderstood;

    /// <summary>Whether an actuator was set, or was to be.</summary>
    public bool HasSet;

    /// <summary>Whether the status line goes with it: <see cref="WriteStatus"/>.</summary>
    public bool TellsStatus;

    /// <summary>Whether the answer takes hardware, which may be slow.</summary>
    public bool IsSlow()
    {
        string first = Words.At(0);
        return first.Length > 0 && first != "help" && first != "status" && first != "alarms" && first != "who";
    }

    /// <summary>Answers <see cref="Words"/>, and does what they say.</summary>
    /// <param name="sender">The sender's role.</param>
    public string Answer(Role sender)
    {
        role = sender;
        HasSet = false;
        WasUnderstood = true;
        Words.LeaveOut(fillers);
        string answer = Words.IsLine ? Understand() : "";
        if (answer.Length > 0)
            return answer;
        WasUnderstood = false;
        return Wonder();
    }

    /// <summary>Writes what is read now, as presence says it.</summary>
    internal void WriteStatus(XmlWriter writer)
    {
        writer.Text(": ");
        StatusLine.Write(writer, sensors, actuators, status.Publisher);
    }

    /// <summary>Answers what is understood; empty for nothing.</summary>
    string Understand()
    {
        string first = Words.At(0);
        if (first == "read")
            return Words.Count == 1 ? Table() : Read(1);
        if (first == "on" || first == "off")
            return Switch();
        string past = "";
        TellHistory(ref past);
        if (past.Length > 0)
            return past;
        if (Words.Count < 2)
        {
            switch (first)
            {
                case "":
                case "help":
                    return Help();
                case "status":
                    status.Run(run);
                    TellsStatus = true;
                    return run.Note;
                case "alarms":
                    string alarms = "this device has no alarms";
                    TellAlarms(ref alarms);
                    return alarms;
                case "who":
                    return Who();
            }
        }

        string set = Set();
        return set.Length > 0 ? set : Read(0);
    }

    string Help()
    {
        string help = "help, status, alarms, who\nread [";
        for (int i = 0; i < sensors.Length; i++)
            help += (i > 0 ? " | " : "") + sensors[i].Sensor.Name;
        help += "]";
        ExplainHistory(ref help);
        if (!Permission.Allows(role, Permission.ToSet))
            return help;
        for (int i = 0; i < actuators.Length; i++)
        {
            IActuator actuator = actuators[i].Actuator;
            help += "\n" + actuator.Name + (actuator.IsSwitch ? " on | off" : " 0.." + actuator.Maximum.ToString());
            ExplainTime(ref help);
        }

        return help;
    }

    string Who()
    {
        string who = "you: " + RoleName.Of(role);
        if (!Permission.Allows(role, Permission.ToGovern))
            return who;
        who += "\n```\n";
        for (int i = 0; i < access.Count; i++)
            who += RoleName.Of(access.RoleAt(i)).PadRight(10) + access.MemberAt(i).ToString() + "\n";
        TellOthers(ref who);
        return who + "```";
    }

    /// <summary>All readings, measured now.</summary>
    string Table()
    {
        int width = 0;
        for (int i = 0; i < sensors.Length + actuators.Length; i++)
            if (NameOf(i).Length > width)
                width = NameOf(i).Length;
        string table = "```\n";
        for (int i = 0; i < sensors.Length + actuators.Length; i++)
            table += NameOf(i).PadRight(width + 2) + Value(i) + "\n";
        return table + "```";
    }

    /// <summary>One reading, measured now: what is named from a word on.</summary>
    string Read(int from)
    {
        int found = Find(from, 0, out int used);
        if (found < 0 || from + used < Words.Count)
            return "";
        return NameOf(found) + (found < sensors.Length ? " " : " is ") + Value(found);
    }

    /// <summary><c>on pump</c> is <c>pump on</c>.</summary>
    string Switch()
    {
        int found = Find(1, sensors.Length, out int used);
        return found < 0 ? "" : Set(actuators[found - sensors.Length], Words.At(0), 1 + used);
    }

    string Set()
    {
        int found = Find(0, sensors.Length, out int used);
        return found < 0 || used == Words.Count ? "" : Set(actuators[found - sensors.Length], Words.At(used), used + 1);
    }

    /// <summary>Sets an actuator.</summary>
    /// <param name="channel">Which.</param>
    /// <param name="value">To what, as it was said.</param>
    /// <param name="next">The word behind it: for how long, or the end.</param>
    string Set(ActuatorChannel channel, string value, int next)
    {
        if (!Permission.Allows(role, Permission.ToSet))
            return TakesOperator;
        IActuator actuator = channel.Actuator;
        int level;
        if (value == "on" || value == "off")
            level = value == "on" ? actuator.Maximum : 0;
        else if (!int.TryParse(value, out level))
            level = -1;
        if (level < 0 || level > actuator.Maximum)
            return "not done: " + actuator.Name + (actuator.IsSwitch ? ": on or off, not " : ": 0 to " + actuator.Maximum.ToString() + ", not ") + value;
        bool isForever = next == Words.Count;
        int milliseconds = 0;
        if (!isForever && (Words.At(next) != "for" || Words.Count != next + 3))
            return "";
        if (!isForever)
            milliseconds = ChatTime.Read(Words.At(next + 1), Words.At(next + 2));
        if (!isForever && (milliseconds == 0 || level == 0))
            return "not done: on for 1 s to 24 h, such as " + actuator.Name + " on for 10 min";
        HasSet = true;
        if (isForever)
            return channel.Outcome(channel.TrySet(level));
        string outcome = "not done: this device does not switch off by itself";
        SetFor(channel, level, milliseconds, ref outcome);
        return outcome;
    }

    // Those of what watches over actuators (../Safety).
    partial void SetFor(ActuatorChannel channel, int level, int milliseconds, ref string outcome);

    partial void ExplainTime(ref string help);

    // That of what is made of readings (../Sensing).
    partial void TellAlarms(ref string alarms);

    // Those of what is remembered (../History).
    partial void AddVerbs(ref string[] verbs);

    partial void TellHistory(ref string past);

    partial void ExplainHistory(ref string help);

    // That of who has a role by a group of the roster (../Fleet).
    partial void TellOthers(ref string who);

    /// <summary>What to say to what is not understood.</summary>
    string Wonder()
    {
        string first = Words.At(0);
        int from = first == "read" && Words.Count > 1 ? 1 : 0;
        if (!Words.IsLine || first.Length == 0)
            return "I do not understand that; say help";
        int found = Find(from, 0, out int count);
        bool isKnown = found >= 0;
        string known = isKnown ? NameOf(found) : first;
        for (int i = 0; i < verbs.Length && from == 0; i++)
            isKnown |= verbs[i] == first;
        if (isKnown)
            return "I do not understand what comes with " + known + "; say help";
        for (count = Words.Count - from < 2 ? 1 : 2; count > 0; count--)
        {
            NearMiss near = new NearMiss(Words.Joined(from, count));
            for (int i = 0; i < verbs.Length && from == 0; i++)
                near.Try(verbs[i]);
            for (int i = 0; i < sensors.Length + actuators.Length; i++)
                near.Try(NameOf(i));
            if (near.Nearest.Length > 0)
                return "I do not know " + Words.At(from) + "; do you mean " + near.Nearest + "?";
        }

        return "I do not know " + Words.At(from) + "; say help";
    }

    string NameOf(int index) => index < sensors.Length ? sensors[index].Sensor.Name : actuators[index - sensors.Length].Actuator.Name;

    bool IsName(string word)
    {
        for (int i = 0; i < sensors.Length + actuators.Length; i++)
            if (NameOf(i) == word)
                return true;
        return false;
    }

    /// <summary>What it reads now. What the publisher has not told yet must still be told: a sensor is read aside of it.</summary>
    string Value(int index)
    {
        if (index >= sensors.Length)
        {
            ActuatorChannel actuator = actuators[index - sensors.Length];
            actuator.Sample();
            return ReadingText.WithUnit(actuator.Now, actuator.Actuator.Unit);
        }

        sensors[index].Read(reading);
        return ReadingText.WithUnit(reading, sensors[index].Sensor.Unit);
    }

    /// <summary>Finds what is named from a word on: the longest name that is there.</summary>
    /// <param name="from">The first word.</param>
    /// <param name="first">The first that it may be: sensors come first, then actuators.</param>
    /// <param name="used">How many words the name has.</param>
    /// <returns>-1 for none.</returns>
    int Find(int from, int first, out int used)
    {
        used = Words.Count - from < MostWordsOfName ? Words.Count - from : MostWordsOfName;
        for (; used > 0; used--)
        {
            string name = Words.Joined(from, used);
            for (int i = first; i < sensors.Length + actuators.Length; i++)
                if (ChatWords.Bare(NameOf(i)) == name)
                    return i;
        }

        return -1;
    }
}
