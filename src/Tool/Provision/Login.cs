using System.Collections.Generic;
using System.Linq;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Tool.Provision;

/// <summary>Logins at the device's server, one at a time, each closed as soon as it has succeeded.</summary>
/// <param name="account">The device's.</param>
/// <param name="endpoint">Where its server is.</param>
sealed class Login(Jid account, ServerEndpoint endpoint)
{
    // A name of its own, so that a device that is online with the account stays so.
    const string Resource = "provision";

    /// <summary>Why the last login failed; <see cref="SessionEnd.None"/> when it did not.</summary>
    internal SessionEnd End { get; private set; }

    /// <summary>The same for a person, in one line.</summary>
    internal string EndText { get; private set; } = "";

    /// <summary>What protected the last login that succeeded: <c>TLS 1.3, SCRAM-SHA-1</c>.</summary>
    internal string Security { get; private set; } = "";

    /// <summary>The certificate, in DER, of who vouched for the server; null before a connection that could be trusted.</summary>
    internal byte[]? Authority { get; private set; }

    /// <summary>Asks the server what it offers, without a login.</summary>
    /// <param name="authorities">The CA file to trust; null for the system's.</param>
    /// <returns>The hashes of its SCRAM mechanisms; none with <see cref="End"/> when there was no answer, or nothing that is safe.
    /// </returns>
    internal IReadOnlyList<HashAlgorithm> Offered(string? authorities)
    {
        OneHash nothing = new(null);
        Try(new Credentials(account.Local, "asking"), nothing, authorities);
        return [.. nothing.Wanted.Distinct().OrderBy(hash => hash)];
    }

    /// <summary>Logs in with the mechanism of one hash.</summary>
    /// <param name="hash">The one.</param>
    /// <param name="credentials">A password, or keys; has keys when this returns true.</param>
    /// <param name="authorities">The CA file to trust; null for the system's.</param>
    internal bool Try(HashAlgorithm hash, Credentials credentials, string? authorities) => Try(credentials, new OneHash(hash), authorities);

    bool Try(Credentials credentials, ICrypto crypto, string? authorities)
    {
        SystemClock clock = new();
        SessionOptions options = new(account, credentials, endpoint) { Resource = Resource, UsesToken = false };
        using SocketTransport transport = new(new TransportOptions { AuthoritiesFile = authorities });
        XmppSession session = new(options, transport, clock, crypto, new ConsoleLog(System.IO.TextWriter.Null, clock, verbose: false),
            Vocabulary.Create(), new XmlLimits());
        session.Open();
        while (session.State == SessionState.Negotiating)
            session.Turn(1000);
        bool isIn = session.State == SessionState.Online;
        Authority = transport.Authority ?? Authority;
        if (isIn)
            Security = session.Security;
        session.Close();
        while (session.State != SessionState.Closed)
            session.Turn(1000);
        End = isIn ? SessionEnd.None : session.End;
        EndText = isIn ? "" : session.EndText;
        return isIn;
    }
}
