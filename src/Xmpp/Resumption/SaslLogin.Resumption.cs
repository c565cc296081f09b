using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Logins with a token (XEP-0484). They have no strength: what the account has proven itself with by other means is remembered as
/// it was, and holds when the token is gone.</summary>
public sealed partial class SaslLogin
{
    const string Unbound = "HT-SHA-256-NONE";

    /// <summary>The id of the user agent (XEP-0388 §2.3): the same from login to login.</summary>
    internal string AgentId => credentials.AgentId(crypto);

    /// <summary>Whether there is a token for this connection.</summary>
    /// <param name="now">Unix time in seconds; below 0 when it is not known.</param>
    internal bool CanUseToken(long now) => credentials.HasToken(now) && TokenBinding() != null;

    /// <summary>The mechanism that the server would have a token for, and that is good enough; empty when there is none.</summary>
    /// <param name="fast">At the server's offer; moved.</param>
    internal string ChooseForToken(XmlCursor fast)
    {
        string chosen = "";
        int parent = fast.Node;
        for (bool more = fast.MoveToFirstChild(); more; more = fast.MoveToNext(parent))
        {
            int name = fast.Text();
            if (fast.Word(name) == Word.HtSha256None && chosen.Length == 0)
                chosen = Unbound;
            WeighForToken(fast.ToString(name), ref chosen);
        }

        RefuseForToken(ref chosen);
        return chosen;
    }

    /// <summary>Begins the login with the token.</summary>
    /// <returns>The initial response.</returns>
    internal byte[] BeginWithToken()
    {
        strength = 0;
        Name = credentials.TokenMechanism;
        mechanism = new HashedToken(crypto, credentials.User, credentials.Token, TokenBinding()!);
        return mechanism.ClientFirst();
    }

    /// <summary>What a login with the token is bound to; null when this connection does not have it.</summary>
    byte[]? TokenBinding()
    {
        byte[]? data = credentials.TokenMechanism == Unbound ? new byte[0] : null;
        BindToken(ref data);
        return data;
    }

    partial void WeighForToken(string name, ref string chosen);

    partial void RefuseForToken(ref string chosen);

    partial void BindToken(ref byte[]? data);
}
