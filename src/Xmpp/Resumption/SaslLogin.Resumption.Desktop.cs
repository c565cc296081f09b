using System;

namespace Presentity.Xmpp;

/// <summary>Tokens that are bound to the channel, which the desktop prefers (XEP-0484 §7), as it does for passwords.</summary>
public sealed partial class SaslLogin
{
    const string ToExporter = "HT-SHA-256-EXPR", ToServerEndPoint = "HT-SHA-256-ENDP";

    // The best last.
    static readonly string[] ForTokens = [Unbound, ToServerEndPoint, ToExporter];

    partial void WeighForToken(string name, ref string chosen)
    {
        if (Array.IndexOf(ForTokens, name) > Array.IndexOf(ForTokens, chosen) && (name == Unbound || TokenData(name) != null))
            chosen = name;
    }

    /// <summary>Who can prove himself on this connection alone, or by a certificate, does not take less from a token.</summary>
    partial void RefuseForToken(ref string chosen)
    {
        if (chosen == Unbound && Math.Max(strength, credentials.Strongest) >= WeakestPlus)
            chosen = "";
    }

    partial void BindToken(ref byte[]? data) => data ??= TokenData(credentials.TokenMechanism);

    byte[]? TokenData(string name) => name switch
    {
        ToExporter => Data(KnownBindings[0]),
        ToServerEndPoint => Data(KnownBindings[1]),
        _ => null,
    };
}
