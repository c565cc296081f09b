namespace Presentity.Xmpp;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>We closed it.</summary>
    Closed,

    /// <summary>The server closed it in good order.</summary>
    ClosedByServer,

    /// <summary>No connection, or it was lost.</summary>
    Network,

    /// <summary>No TLS, or a certificate that cannot be trusted.</summary>
    Tls,

    /// <summary>The server did not accept us, or could not prove that it knows us.</summary>
    Authentication,

    /// <summary>The server ended it with a stream error (RFC 6120 §4.9).</summary>
    StreamError,

    /// <summary>The server did something that it must not, and we ended it with a stream error.</summary>
    Violation,

    /// <summary>The server said nothing for too long.</summary>
    TimedOut,
}

/// <summary>Where a session stands. States only move forward, until the next <see cref="XmppSession.Open"/>.</summary>
public enum SessionState
{
    /// <summary>No connection.</summary>
    Closed,

    /// <summary>Connected; features are being negotiated.</summary>
    Negotiating,

    /// <summary>Bound: stanzas flow.</summary>
    Online,

    /// <summary>We have closed our side and wait for the server to close its.</summary>
    Closing,
}
