using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Last Activity (XEP-0012 §4): how long nobody has used the device, which is since its last command.</summary>
public sealed partial class LastActivity : IqHandler
{
    readonly IClock clock;
    long last;

    /// <summary>Counts from now.</summary>
    public LastActivity(IClock clock)
        : base(Ns.Last, Word.Query, Ns.Last)
    {
        this.clock = clock;
        last = clock.Milliseconds;
    }

    /// <summary>Somebody has used the device.</summary>
    public void Note() => last = clock.Milliseconds;

    /// <summary>Somebody has used the device, and changed something.</summary>
    /// <param name="request">Whose it was.</param>
    /// <param name="what">By which plane, or command.</param>
    /// <param name="result">What came of it.</param>
    public void Note(Stanza request, string what, string result)
    {
        Note();
        Record(request, what, result);
    }

    // That of the log of commands (../Maintenance).
    partial void Record(Stanza request, string what, string result);

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (request.IsSet)
            return StanzaError.NotAllowed;
        answer.Start(Word.Query, Ns.Last);
        answer.AttributeNumber(Word.Seconds, (clock.Milliseconds - last) / 1000);
        answer.End();
        return StanzaError.None;
    }
}
