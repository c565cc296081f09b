using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>device-status</c>: what the device is and how it has been doing.</summary>
public sealed class DeviceStatus : Command
{
    readonly IBoard board;
    readonly IClock clock;
    readonly XmppSession session;
    readonly string software;
    readonly long started;
    long onlineSince;

    public DeviceStatus(IBoard board, IClock clock, XmppSession session, Publisher publisher, string software)
        : base("device-status", "Device status", Permission.ToRead)
    {
        this.board = board;
        this.clock = clock;
        this.session = session;
        Publisher = publisher;
        this.software = software;
        started = clock.Milliseconds;
    }

    /// <summary>Who publishes what there is to tell.</summary>
    internal readonly Publisher Publisher;

    /// <summary>How many sessions there have been.</summary>
    public int Sessions;

    /// <summary>A session is online.</summary>
    public void SessionBegan()
    {
        Sessions++;
        onlineSince = clock.Milliseconds;
    }

    public override CommandStatus Run(CommandRequest request) =>
        request.Complete(board.Model + ", up " + Duration(clock.Milliseconds - started) + ", online " + Duration(clock.Milliseconds - onlineSince));

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, Word.Result, "Device status");
        DataForm.Field(answer, Word.TextSingle, "model", "Model", board.Model);
        DataForm.Field(answer, Word.TextSingle, "software", "Software", software);
        DataForm.NumberField(answer, Word.TextSingle, "uptime", "Up for (s)", Seconds(started), 0);
        DataForm.NumberField(answer, Word.TextSingle, "online", "Online for (s)", Seconds(onlineSince), 0);
        DataForm.NumberField(answer, Word.TextSingle, "sessions", "Sessions", Sessions, 0);
        DataForm.NumberField(answer, Word.TextSingle, "published", "Presences sent", Publisher.Published, 0);
        DataForm.Field(answer, Word.TextSingle, "security", "Connection", session.Security);
        answer.End();
    }

    int Seconds(long since) => (int)((clock.Milliseconds - since) / 1000);

    /// <summary>A time as people say it, to the nearest of the unit that leaves at least two.</summary>
    internal static string Duration(long milliseconds)
    {
        long seconds = (milliseconds + 500) / 1000;
        if (seconds < 120)
            return seconds.ToString() + " s";
        if (seconds < 7200)
            return ((seconds + 30) / 60).ToString() + " min";
        return seconds < 172800 ? ((seconds + 1800) / 3600).ToString() + " h" : ((seconds + 43200) / 86400).ToString() + " days";
    }
}
