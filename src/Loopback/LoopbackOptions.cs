using System;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Presentity.Loopback;

/// <summary>How a <see cref="LoopbackServer"/> is to be. Not to be changed once it is made.</summary>
public sealed record LoopbackOptions
{
    /// <summary>The XMPP domain, and the name in the certificate that the server makes for itself.</summary>
    public string Domain { get; init; } = "localhost";

    /// <summary>The port on 127.0.0.1 for STARTTLS (RFC 6120 §5); 0 for one that is free.</summary>
    public int StartTlsPort { get; init; }

    /// <summary>The port on 127.0.0.1 for TLS from the first byte (XEP-0368); 0 for one that is free.</summary>
    public int DirectTlsPort { get; init; }

    /// <summary>A certificate with its private key, to be shown instead of the server's own; stays the caller's.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The versions of TLS that a client may choose from.</summary>
    public SslProtocols TlsProtocols { get; init; } = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>The SASL mechanisms on offer, in this order: SCRAM with SHA-1, SHA-256 and SHA-512, each with <c>-PLUS</c>, PLAIN, and
    /// EXTERNAL, which those are offered who show a certificate of the server's authority. Whatever else is named here is offered and then
    /// refused.</summary>
    public string[] Mechanisms { get; init; } = ["SCRAM-SHA-256", "SCRAM-SHA-1"];

    /// <summary>What a login with <c>-PLUS</c> may be bound to (XEP-0440), as far as the connection has it.</summary>
    public string[] ChannelBindings { get; init; } = [Host.ChannelBindings.Exporter, Host.ChannelBindings.ServerEndPoint];

    /// <summary>Whether a challenge of SCRAM holds a hash of what was offered (XEP-0474).</summary>
    public bool SignsOffer { get; init; } = true;

    /// <summary>Whether a client may log in by SASL 2 (XEP-0388), too, and bind or resume with it (XEP-0386, XEP-0198).</summary>
    public bool Sasl2 { get; init; } = true;

    /// <summary>The mechanisms that a client gets a token for with SASL 2 (XEP-0484), as far as the connection has what they are bound to;
    /// none for no tokens.</summary>
    public string[] TokenMechanisms { get; init; } = ["HT-SHA-256-EXPR", "HT-SHA-256-ENDP", "HT-SHA-256-NONE"];

    /// <summary>How long a token is good for.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromDays(21);

    /// <summary>How old a token may be that is used without a new one being given.</summary>
    public TimeSpan TokenRotation { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Iterations of PBKDF2 (RFC 5802 §5.1). A default Prosody has as many.</summary>
    public int ScramIterations { get; init; } = 10_000;

    /// <summary>The largest stanza in bytes, at most 64,000; a larger one ends its stream with <c>policy-violation</c>.</summary>
    public int StanzaBytes { get; init; } = 64_000;

    /// <summary>Connections at a time; one more is told <c>resource-constraint</c>.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>From the connection to the bound resource; who takes longer is told <c>connection-timeout</c>.</summary>
    public TimeSpan NegotiationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a session whose connection is lost waits to be resumed (XEP-0198 §5); zero offers no Stream Management.</summary>
    public TimeSpan ResumptionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where clients are told to come to resume, <c>host:port</c> (XEP-0198 §5); null for nowhere.</summary>
    public string? ResumptionLocation { get; init; }

    /// <summary>How long a client that has logged in may send nothing at all, in whole seconds (XEP-0478 §3); zero for ever. Who is silent
    /// for longer is told <c>connection-timeout</c>.</summary>
    public TimeSpan IdleTimeout { get; init; }

    /// <summary>How long the server waits for a client to close its side of the stream.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What time the server has, in answers and delay stamps. Its time-outs are real ones.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told one line for each event worth a person's attention, from any thread; must not throw.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Where clients are sent once there is TLS, as <c>host:port</c> (RFC 6120 §4.9.3.19); empty to serve them.</summary>
    public string OtherHost { get; init; } = "";

    /// <summary>What the server does wrong, for tests of clients.</summary>
    public Misbehaviour Misbehaviour { get; init; } = new();
}
