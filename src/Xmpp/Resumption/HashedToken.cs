using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>HT-SHA-256 (draft-schmaus-kitten-sasl-ht-08), the client's side of one login: each side proves by an HMAC that it knows the
/// token, in one round trip.</summary>
/// <remarks>
/// <code>
/// C: user NUL HMAC(token, "Initiator" channel)
/// S: HMAC(token, "Responder" channel)
/// </code>
/// </remarks>
sealed class HashedToken : SaslMechanism
{
    readonly ICrypto crypto;
    readonly string user;
    readonly byte[] token;
    readonly byte[] binding;

    /// <summary>Begins a login.</summary>
    /// <param name="crypto">Of the platform.</param>
    /// <param name="user">The local part of the account's address.</param>
    /// <param name="token">As the server wrote it.</param>
    /// <param name="binding">What the login is bound to; empty for nothing.</param>
    internal HashedToken(ICrypto crypto, string user, string token, byte[] binding)
    {
        this.crypto = crypto;
        this.user = user;
        this.token = ScramMechanism.Ascii(token);
        this.binding = binding;
        Failure = "the server sent no proof that it knows the token; this may be an attack";
    }

    // On the chip a string ends at its first NUL.
    public override byte[] ClientFirst() =>
        ScramMechanism.Join(ScramMechanism.Join(ScramMechanism.Ascii(user), new byte[1]), Hmac("Initiator"));

    // The mechanism has no challenge.
    public override byte[]? ClientFinal(byte[] challenge) => null;

    public override bool Verify(byte[] serverFinal)
    {
        IsProven = Credentials.AreEqual(serverFinal, Hmac("Responder"));
        return IsProven;
    }

    byte[] Hmac(string role)
    {
        byte[] data = ScramMechanism.Join(ScramMechanism.Ascii(role), binding);
        byte[] output = new byte[HashLength.Of(HashAlgorithm.Sha256)];
        crypto.Hmac(HashAlgorithm.Sha256, token, data, 0, data.Length, output);
        return output;
    }
}
