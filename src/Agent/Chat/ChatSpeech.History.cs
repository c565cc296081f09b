using System.Text;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>history temperature for 3 h</c>: where readings are remembered.</summary>
public sealed partial class ChatSpeech
{
    // As much as a phone shows without scrolling for long, and as a message has room for.
    const int MostLines = 24;
    const int MostCharacters = 1200;

    const int DayMs = 86400000;

    /// <summary>What is remembered; null for nothing.</summary>
    internal SensorHistory? History;

    partial void AddVerbs(ref string[] verbs) => verbs = new string[] { "help", "status", "read", "history", "alarms", "who" };

    partial void ExplainHistory(ref string help)
    {
        if (History != null)
            help += "\nhistory [" + sensors[0].Sensor.Name + "] [for 3 h]";
    }

    partial void TellHistory(ref string past)
    {
        if (History == null || Words.At(0) != "history")
            return;
        int next = 1;
        int found = Find(1, 0, out int used);
        if (found >= 0)
            next += used;
        int milliseconds = DayMs;
        if (next < Words.Count)
        {
            if (Words.At(next) != "for" || Words.Count != next + 3)
                return;
            milliseconds = ChatTime.Read(Words.At(next + 1), Words.At(next + 2));
        }

        if (milliseconds == 0)
            past = "for 1 s to 24 h, such as history for 3 h";
        else if (found >= sensors.Length)
            past = "of " + NameOf(found) + " there is no history";
        else
            past = Past(History, found, milliseconds);
    }

    /// <summary>What one sensor, or each, has read for so long.</summary>
    /// <param name="history">Where it is remembered.</param>
    /// <param name="sensor">Below 0 for each.</param>
    /// <param name="milliseconds">How far back.</param>
    string Past(SensorHistory history, int sensor, int milliseconds)
    {
        HistorySummary summary = history.Summary;
        long end = history.Next;
        long first = history.First;
        while (first < end && history.AgeOf(first) > milliseconds)
            first++;
        if (first == end)
        {
            return end == 0
                ? "nothing is kept yet; ask again in " + DeviceStatus.Duration(history.SlotSeconds * 1000)
                : "nothing is kept of that; say for how long, such as for 1 h";
        }

        int from = sensor < 0 ? 0 : sensor;
        int to = sensor < 0 ? sensors.Length : sensor + 1;
        int width = history.IsDated ? 7 : 13;
        StringBuilder table = new StringBuilder();
        string head = (history.IsDated ? "UTC" : "").PadRight(width);
        for (int i = from; i < to; i++)
            head += sensors[i].Sensor.Name.PadRight(WidthOf(i));
        int most = MostCharacters / head.Length;
        int step = HistoryStep.For(history, first, end, most < MostLines ? most : MostLines);
        if (sensor >= 0)
        {
            summary.Read(history, sensor, first, end);
            table.Append(summary.Tell(sensors[sensor].Sensor));
            table.Append("; ");
        }

        table.Append("in steps of " + DeviceStatus.Duration((long)step * history.SlotSeconds * 1000) + "\n```\n");
        table.Append(head.TrimEnd(' '));
        for (long slot = first; slot < end;)
        {
            long next = history.StepEnd(slot, step);
            string line = When(history, slot).PadRight(width);
            for (int i = from; i < to; i++)
            {
                summary.Read(history, i, slot, next < end ? next : end);
                line += summary.Text.PadRight(WidthOf(i));
            }

            table.Append("\n");
            table.Append(line.TrimEnd(' '));
            slot = next;
        }

        table.Append("\n```");
        return table.ToString();
    }

    int WidthOf(int sensor) => (sensors[sensor].Sensor.Name.Length < 7 ? 7 : sensors[sensor].Sensor.Name.Length) + 1;

    /// <summary><c>14:05</c>; while there is no calendar, <c>25 min ago</c>.</summary>
    static string When(SensorHistory history, long slot)
    {
        if (!history.IsDated)
            return DeviceStatus.Duration(history.AgeOf(slot)) + " ago";
        int minutes = (int)(history.StartOf(slot) / 60 % 1440);
        return (minutes / 60).ToString().PadLeft(2, '0') + ":" + (minutes % 60).ToString().PadLeft(2, '0');
    }
}
