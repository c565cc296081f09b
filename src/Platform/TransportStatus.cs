namespace Presentity.Platform;

/// <summary>How an attempt to connect or to secure a connection ended.</summary>
public enum TransportStatus
{
    /// <summary>It is open, or secured.</summary>
    Ok,

    /// <summary>The host name has no address.</summary>
    HostNotFound,

    /// <summary>Nobody could be reached: refused, unreachable, or cut while connecting.</summary>
    Unreachable,

    /// <summary>The time given was not enough.</summary>
    TimedOut,

    /// <summary>The certificate's time is over, or has not come.</summary>
    CertificateExpired,

    /// <summary>The certificate is valid, but for another host.</summary>
    CertificateHostMismatch,

    /// <summary>The certificate was not issued by an authority that this device trusts; a self-signed one is a case of this.</summary>
    CertificateUntrusted,

    /// <summary>No agreement on TLS: version, cipher, or the peer does not speak TLS.</summary>
    HandshakeFailed,

    /// <summary>The file with the trusted authorities cannot be read.</summary>
    AuthoritiesUnreadable,
}
