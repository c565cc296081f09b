using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Entity Time (XEP-0202): what time it is here, in UTC.</summary>
public sealed class EntityTime : IqHandler
{
    static readonly byte[] Utc = Encoding.UTF8.GetBytes("+00:00");

    readonly IClock clock;

    /// <summary>Tells the time of this clock.</summary>
    public EntityTime(IClock clock)
        : base(Ns.Time, Word.Time, Ns.Time) => this.clock = clock;

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (request.IsSet)
            return StanzaError.NotAllowed;
        long now = clock.UnixSeconds;
        if (now < 0)
            return StanzaError.ServiceUnavailable;
        answer.Start(Word.Time, Ns.Time);
        answer.Start(Word.Tzo);
        answer.Text(Utc, 0, Utc.Length);
        answer.End();
        answer.Start(Word.Utc);
        answer.CloseTag();
        XmppDateTime.Write(answer, now);
        answer.End();
        answer.End();
        return StanzaError.None;
    }
}
