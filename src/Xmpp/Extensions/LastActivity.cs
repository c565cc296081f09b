using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Last Activity (XEP-0012 §4): how long nobody has used the device, which is since its last command.</summary>
public sealed class LastActivity : IqHandler
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
