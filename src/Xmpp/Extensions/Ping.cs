using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>XMPP Ping (XEP-0199): answers that we are here.</summary>
/// <remarks>
/// <code>
/// &lt;iq type='get' id='p1'>&lt;ping xmlns='urn:xmpp:ping'/>&lt;/iq>
/// &lt;iq type='result' id='p1'/>
/// </code>
/// The shape of every handler: which payload, which feature, one answer.
/// </remarks>
public sealed class Ping : IqHandler
{
    /// <summary>Needs nothing.</summary>
    public Ping()
        : base(Ns.Ping, Word.Ping, Ns.Ping)
    {
    }

    // XEP-0199 §4.1: a ping is a get; nothing can be set.
    public override int Answer(Stanza request, XmlWriter answer) => request.IsSet ? StanzaError.NotAllowed : StanzaError.None;
}
