namespace Presentity.Loopback;

/// <summary>The moments at which a server speaks, in their order. With direct TLS it begins with <see cref="SecureHeader"/>.</summary>
public enum Moment
{
    Header,
    TlsFeatures,
    Proceed,
    SecureHeader,
    SaslFeatures,
    Challenge,
    Success,
    SessionHeader,
    BindFeatures,
    Bound,

    /// <summary>Right after the answer to the bind request.</summary>
    Session,
}
