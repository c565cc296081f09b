using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>Whose session it is, where to, and how long anything may take.</summary>
public sealed partial class SessionOptions
{
    /// <summary>For this account at this server.</summary>
    /// <param name="account">Local part and domain.</param>
    /// <param name="credentials">Kept for all sessions, with what they learn.</param>
    /// <param name="endpoint">Where the server is.</param>
    public SessionOptions(Jid account, Credentials credentials, ServerEndpoint endpoint)
    {
        Account = account;
        Credentials = credentials;
        Endpoint = endpoint;
    }

    public readonly Jid Account;

    public readonly Credentials Credentials;

    public readonly ServerEndpoint Endpoint;

    /// <summary>The resource to bind.</summary>
    public string Resource = "agent";

    /// <summary>Milliseconds for connecting, and again for each TLS handshake.</summary>
    public int ConnectTimeoutMs = 15000;

    /// <summary>Milliseconds from the connection to the bound resource; after each step of ours the server has at least
    /// <see cref="AnswerTimeoutMs"/>.</summary>
    public int NegotiationTimeoutMs = 30000;

    /// <summary>Milliseconds of silence after which the server is asked whether it is there (XEP-0199).</summary>
    public int PingAfterMs = 60000;

    /// <summary>Milliseconds in which an answer to a request of ours must come.</summary>
    public int AnswerTimeoutMs = 20000;

    /// <summary>Milliseconds that the server has for closing its side after we have closed ours.</summary>
    public int CloseTimeoutMs = 2000;

    /// <summary>Bytes of the largest stanza that is sent.</summary>
    public int OutputBytes = UsualOutputBytes;
}
