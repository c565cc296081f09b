using System.Text;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>command-log</c>: who has done what and when, and what came of it, the newest first: as a table, and as lines of text for
/// clients that do not show one.</summary>
public sealed class LastCommands : Command
{
    // The tags of an item; and what comes behind the last one, without its line of text.
    const int TagBytes = 160;
    const int Rest = 120;

    readonly CommandLog entries;

    /// <summary>Tells these.</summary>
    public LastCommands(CommandLog entries)
        : base("command-log", "Last commands", Permission.ToSet) => this.entries = entries;

    public override CommandStatus Run(CommandRequest request)
    {
        request.HasOnlyLooked = true;
        return CommandStatus.Completed;
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, Word.Result, "Last commands");
        DataForm.Reported(answer, "when who what result");
        string lines = "";
        int bytes = 0;
        int told = 0;
        for (; told < entries.Count; told++)
        {
            int before = answer.Length;
            int depth = answer.Depth;
            entries.MoveTo(told);
            string line = Item(answer);
            bytes += answer.Length - before - TagBytes;
            if (answer.HasOverflowed || answer.Length + bytes + Rest > answer.Limit)
            {
                answer.Rewind(before, depth);
                break;
            }

            lines += (told > 0 ? "\n" : "") + line;
        }

        answer.End();
        if (told < entries.Count)
            lines += "\nand " + (entries.Count - told).ToString() + " older";
        request.Note = lines.Length > 0 ? lines : "nothing was done since the start";
    }

    /// <summary>Writes an entry as an item.</summary>
    /// <returns>The same as a line.</returns>
    string Item(XmlWriter answer)
    {
        string who = entries.Text(CommandLog.Who);
        string what = entries.Text(CommandLog.What);
        string result = entries.Text(CommandLog.Result);
        answer.Start(Word.Item);
        DataForm.StartCell(answer, "when");
        int start = answer.Length;
        entries.WriteTime(answer);
        string time = Encoding.UTF8.GetString(answer.Buffer, start, answer.Length - start);
        answer.End();
        answer.End();
        DataForm.Cell(answer, "who", who);
        DataForm.Cell(answer, "what", what);
        DataForm.Cell(answer, "result", result);
        answer.End();
        return time + " " + who + " " + what + (result.Length > 0 ? ": " + result : "");
    }
}
