namespace Presentity.Xmpp;

/// <summary>A SASL mechanism (RFC 4422 §5), the client's side of one login: messages in and out, whatever carries them.</summary>
public abstract class SaslMechanism
{
    /// <summary>Why a message of the server was not accepted: one line for a person.</summary>
    public string Failure = "";

    /// <summary>Whether the server has proven that it knows the account, or has nothing to prove it with.</summary>
    public bool IsProven;

    /// <summary>The initial response; at least one byte.</summary>
    public abstract byte[] ClientFirst();

    /// <summary>Answers a challenge.</summary>
    /// <param name="challenge">The message; stays the caller's.</param>
    /// <returns>The response; null with <see cref="Failure"/> when the challenge cannot be accepted.</returns>
    public abstract byte[]? ClientFinal(byte[] challenge);

    /// <summary>Whether what the server says with its success proves that it knows the account. Not asked when it
    /// <see cref="IsProven"/>.</summary>
    public abstract bool Verify(byte[] serverFinal);
}
