using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>What a session on a desktop has besides.</summary>
public sealed partial class XmppSession
{
    partial void Equip() => login.Channel = transport as IChannelBinding;

    partial void Explain(ref string fault) => fault += $" ({XmlFault.Describe(tokenizer.Error)})";
}
