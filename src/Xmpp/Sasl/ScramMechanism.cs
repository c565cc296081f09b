using System;
using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>SCRAM (RFC 5802; RFC 7677 for SHA-256; SHA-512 in the same way), the client's side of one login.</summary>
/// <remarks>
/// <code>
/// C: n,,n=user,r=nonce
/// S: r=nonce+more,s=salt,i=iterations
/// C: c=biws,r=nonce+more,p=proof
/// S: v=signature
/// </code>
/// With channel binding, which the desktop has, <see cref="Gs2Header"/> and what comes as <c>c=</c> are others.
/// </remarks>
public sealed partial class ScramMechanism : SaslMechanism
{
    const int NonceBytes = 18;
    const string NotScram = "a message that is not SCRAM";

    readonly ICrypto crypto;
    readonly HashAlgorithm algorithm;
    readonly Credentials credentials;
    readonly byte[] clientFirstBare;
    readonly int nonceStart;
    byte[]? serverSignature;

    /// <summary>Begins a login.</summary>
    /// <param name="crypto">Of the platform.</param>
    /// <param name="algorithm">One that the platform supports.</param>
    /// <param name="credentials">Whose login it is.</param>
    /// <param name="nonce">Printable ASCII without a comma; null, outside tests, for a random one.</param>
    public ScramMechanism(ICrypto crypto, HashAlgorithm algorithm, Credentials credentials, byte[]? nonce = null)
    {
        this.crypto = crypto;
        this.algorithm = algorithm;
        this.credentials = credentials;
        if (nonce == null)
        {
            byte[] random = new byte[NonceBytes];
            crypto.FillRandom(random, 0, NonceBytes);
            nonce = Ascii(Convert.ToBase64String(random));
        }

        byte[] name = SaslName(credentials.User);
        nonceStart = name.Length + 5;
        clientFirstBare = Join(Join(Ascii("n="), name), Join(Ascii(",r="), nonce));
    }

    /// <summary>Whether the login is bound to the channel, and to which (RFC 5802 §6): not, and cannot be.</summary>
    internal string Gs2Header = "n,,";

    /// <summary><see cref="Gs2Header"/> and the channel's data in base 64.</summary>
    internal string Binding = "biws";

    public override byte[] ClientFirst() => Join(Ascii(Gs2Header), clientFirstBare);

    public override byte[]? ClientFinal(byte[] serverFirst)
    {
        ScramMessage message = new ScramMessage(serverFirst);
        if (serverSignature != null)
        {
            // Some servers send the signature in a challenge of its own, which has an empty answer (RFC 6120 §6.4.3).
            if (IsProven || !message.MoveTo('v'))
                return Fail("a second challenge");
            return Verify(serverFirst) ? new byte[0] : null;
        }

        if (!message.MoveTo('r'))
            return Fail(NotScram);
        byte[] nonce = message.Value();
        int clientNonce = clientFirstBare.Length - nonceStart;
        bool continues = nonce.Length > clientNonce;
        for (int i = 0; i < clientNonce && continues; i++)
            continues = nonce[i] == clientFirstBare[nonceStart + i];
        if (!continues)
            return Fail("a nonce that does not continue ours");
        if (!message.MoveTo('s'))
            return Fail(NotScram);
        byte[] encoded = message.Value();
        byte[]? salt = Base64.Decode(encoded, 0, encoded.Length);
        if (salt == null || salt.Length == 0)
            return Fail(NotScram);
        if (!message.MoveTo('i') || !message.TryGetNumber(out int iterations))
            return Fail(NotScram);
        if (iterations < credentials.LeastIterations)
            return Fail("only " + iterations.ToString() + " iterations, fewer than " + credentials.LeastIterations.ToString());
        if (iterations > credentials.MostIterations)
            return Fail(iterations.ToString() + " iterations, more than " + credentials.MostIterations.ToString());
        CheckExtensions(serverFirst, offer: true);
        if (Failure.Length > 0)
            return null;
        ScramKeys? keys = credentials.KeysFor(crypto, algorithm, salt, iterations);
        if (keys != null)
            return Prove(serverFirst, nonce, keys);
        // Somebody has set the password anew, or the server's settings have changed.
        Failure = "the server's salt or iteration count (" + iterations.ToString() + ") is no longer that of the keys"
            + "; run presentity provision again";
        return null;
    }

    /// <summary>Whether the server's final message proves that it knows the account, too (RFC 5802 §5.1).</summary>
    public override bool Verify(byte[] serverFinal)
    {
        ScramMessage message = new ScramMessage(serverFinal);
        byte[]? signature = null;
        if (message.MoveTo('v'))
        {
            byte[] encoded = message.Value();
            signature = Base64.Decode(encoded, 0, encoded.Length);
        }

        IsProven = signature != null && serverSignature != null && Credentials.AreEqual(signature, serverSignature);
        if (!IsProven)
            Fail(serverFinal.Length == 0 ? "no signature" : "a wrong signature");
        CheckExtensions(serverFinal, offer: false);
        return IsProven;
    }

    byte[] Prove(byte[] serverFirst, byte[] nonce, ScramKeys keys)
    {
        int length = HashLength.Of(algorithm);
        byte[] storedKey = new byte[length];
        crypto.Hash(algorithm, keys.ClientKey, 0, length, storedKey);
        byte[] withoutProof = Join(Ascii("c=" + Binding + ",r="), nonce);
        byte[] authMessage = Join(Join(clientFirstBare, Ascii(",")), Join(serverFirst, Join(Ascii(","), withoutProof)));
        byte[] proof = Hmac(storedKey, authMessage);
        for (int i = 0; i < length; i++)
            proof[i] ^= keys.ClientKey[i];
        serverSignature = Hmac(keys.ServerKey, authMessage);
        return Join(withoutProof, Ascii(",p=" + Convert.ToBase64String(proof)));
    }

    byte[]? Fail(string what)
    {
        Failure = "the server sent " + what + "; this may be an attack";
        return null;
    }

    byte[] Hmac(byte[] key, byte[] data)
    {
        byte[] output = new byte[HashLength.Of(algorithm)];
        crypto.Hmac(algorithm, key, data, 0, data.Length, output);
        return output;
    }

    /// <summary>The name with <c>=</c> and <c>,</c> written as <c>=3D</c> and <c>=2C</c> (RFC 5802 §5.1).</summary>
    static byte[] SaslName(string user)
    {
        byte[] plain = Ascii(user);
        byte[] escaped = new byte[plain.Length * 3];
        int length = 0;
        for (int i = 0; i < plain.Length; i++)
        {
            if (plain[i] != '=' && plain[i] != ',')
            {
                escaped[length++] = plain[i];
                continue;
            }

            escaped[length++] = (byte)'=';
            escaped[length++] = plain[i] == '=' ? (byte)'3' : (byte)'2';
            escaped[length++] = plain[i] == '=' ? (byte)'D' : (byte)'C';
        }

        byte[] name = new byte[length];
        Array.Copy(escaped, 0, name, 0, length);
        return name;
    }

    // The desktop's part; on the chip there is none, and nothing is left of the call.
    partial void CheckExtensions(byte[] message, bool offer);

    internal static byte[] Ascii(string text) => Encoding.UTF8.GetBytes(text);

    internal static byte[] Join(byte[] a, byte[] b)
    {
        byte[] both = new byte[a.Length + b.Length];
        Array.Copy(a, both, a.Length);
        Array.Copy(b, 0, both, a.Length, b.Length);
        return both;
    }
}
