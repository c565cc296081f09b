using System;
using System.Linq;
using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What a desktop can log in with besides: channel binding (RFC 5802 §6, XEP-0440), a certificate (EXTERNAL), PLAIN where it is
/// allowed; and the proof that nobody has changed the server's offer (XEP-0474).</summary>
public sealed partial class SaslLogin
{
    const string Plus = "-PLUS";
    const int Plain = 1, WeakestPlus = 5, External = 8;

    static readonly string[] Names =
    [
        "nothing", "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS",
        "SCRAM-SHA-512-PLUS", "EXTERNAL",
    ];

    // What the login can be bound to, the best first: RFC 9266, RFC 5929 §4.
    static readonly string[] KnownBindings = ["tls-exporter", "tls-server-end-point"];

    SaslOffer offer = new([], null);
    string bindingType = "";
    byte[]? bindingData;

    /// <summary>The connection on which the login takes place; null when nothing is known of it.</summary>
    internal IChannelBinding? Channel { get; set; }

    bool CanBind => KnownBindings.Any(type => Data(type) != null);

    partial void ReadOffer(XmlCursor features, int space, int list, ref string refusal)
    {
        offer = SaslOffer.Read(features, space, list);
        // The types are the server's to name. Without that it has one of its own choice: tls-unique, which RFC 9266 replaces.
        bindingType = KnownBindings.FirstOrDefault(type => offer.Bindings?.Contains(type) == true && Data(type) != null) ?? "";
        bindingData = Data(bindingType);
        // XEP-0440 §3, rule 5.
        if (offer.Bindings != null && !offer.HasPlus && CanBind)
            refusal = "the server says what a login can be bound to, but offers no mechanism that does it; "
                + "somebody may have taken it away: nothing was sent";
    }

    partial void Weigh(string name, ref int found, ref bool isSafe)
    {
        int known = Array.IndexOf(Names, name);
        bool usable = known switch
        {
            Plain => credentials.AllowsPlain && credentials.HasPassword && Channel is { IsSecure: true },
            >= WeakestPlus and < External => bindingData != null && credentials.CanUse(crypto, (HashAlgorithm)(known - WeakestPlus)),
            External => credentials.HasCertificate,
            _ => false,
        };
        if (!usable)
            return;
        found = known;
        isSafe = true;
    }

    partial void ExplainDowngrade(ref string refusal) =>
        refusal += $"; it was {Names.ElementAtOrDefault(credentials.Strongest) ?? "another"}, and the best now is {Name}; "
            + credentials.HowToForget;

    partial void ExplainRefusal(string why, ref string text)
    {
        if (strength == External)
            text = $"the server does not accept the certificate for {why}; give one that names the account (certificate = FILE)";
    }

    partial void BeginOther()
    {
        if (strength == Plain)
            mechanism = new OneMessage($"\0{credentials.User}\0{credentials.Secret}");
        else if (strength == External)
            mechanism = new OneMessage(account.ToString());
    }

    partial void Bind(ScramMechanism scram)
    {
        bool isBound = strength >= WeakestPlus;
        // "y" says that we could and the server could not: who took its offer away is found out by it (RFC 5802 §6).
        scram.Gs2Header = isBound ? $"p={bindingType},," : CanBind && !offer.HasPlus ? "y,," : "n,,";
        byte[] header = Encoding.UTF8.GetBytes(scram.Gs2Header);
        scram.Binding = Convert.ToBase64String(isBound ? [.. header, .. bindingData!] : header);
        scram.Offer = offer.Text;
    }

    byte[]? Data(string type) => type.Length > 0 ? Channel?.ChannelBinding(type) : null;
}
