using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>SCRAM (RFC 5802; RFC 7677 for SHA-256; SHA-512 in the same way), the client's side of one login, without channel binding.</summary>
/// <remarks>
/// <code>
/// C: n,,n=user,r=nonce
/// S: r=nonce+more,s=salt,i=iterations
/// C: c=biws,r=nonce+more,p=proof
/// S: v=signature
/// </code>
/// </remarks>
public sealed class ScramMechanism
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
            nonce = new byte[Base64.EncodedLength(NonceBytes)];
            Base64.Encode(random, 0, NonceBytes, nonce, 0);
        }

        byte[] name = SaslName(credentials.User);
        nonceStart = name.Length + 5;
        clientFirstBare = Join(Ascii("n="), name, Ascii(",r="), nonce);
    }

    /// <summary>Why a message of the server was not accepted: one line for a person.</summary>
    public string Failure = "";

    /// <summary>The client's first message.</summary>
    public byte[] ClientFirst() => Join(Ascii("n,,"), clientFirstBare, new byte[0], new byte[0]);

    /// <summary>Answers the server's first message.</summary>
    /// <param name="serverFirst">The message; stays the caller's.</param>
    /// <returns>The client's final message; null with <see cref="Failure"/> when the server's cannot be accepted.</returns>
    public byte[]? ClientFinal(byte[] serverFirst)
    {
        if (serverSignature != null)
            return Fail("a second challenge");
        ScramMessage message = new ScramMessage(serverFirst);
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
        ScramKeys? keys = credentials.KeysFor(crypto, algorithm, salt, iterations);
        if (keys != null)
            return Prove(serverFirst, nonce, keys);
        // Somebody has set the password anew, or the server's settings have changed.
        Failure = "the server's salt or iteration count (" + iterations.ToString() + ") is no longer that of the keys"
            + "; run presentity provision again";
        return null;
    }

    /// <summary>Whether the server's final message proves that it knows the account, too (RFC 5802 §5.1).</summary>
    public bool Verify(byte[] serverFinal)
    {
        ScramMessage message = new ScramMessage(serverFinal);
        byte[]? signature = null;
        if (message.MoveTo('v'))
        {
            byte[] encoded = message.Value();
            signature = Base64.Decode(encoded, 0, encoded.Length);
        }

        if (signature != null && serverSignature != null && Credentials.AreEqual(signature, serverSignature))
            return true;
        Fail("a wrong signature");
        return false;
    }

    byte[] Prove(byte[] serverFirst, byte[] nonce, ScramKeys keys)
    {
        int length = HashLength.Of(algorithm);
        byte[] storedKey = new byte[length];
        crypto.Hash(algorithm, keys.ClientKey, 0, length, storedKey);
        byte[] withoutProof = Join(Ascii("c=biws,r="), nonce, new byte[0], new byte[0]);
        byte[] authMessage = Join(Join(clientFirstBare, Ascii(","), serverFirst, Ascii(",")), withoutProof, new byte[0], new byte[0]);
        byte[] proof = Hmac(storedKey, authMessage);
        for (int i = 0; i < length; i++)
            proof[i] ^= keys.ClientKey[i];
        serverSignature = Hmac(keys.ServerKey, authMessage);
        byte[] encoded = new byte[Base64.EncodedLength(length)];
        Base64.Encode(proof, 0, length, encoded, 0);
        return Join(withoutProof, Ascii(",p="), encoded, new byte[0]);
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
        System.Array.Copy(escaped, 0, name, 0, length);
        return name;
    }

    static byte[] Ascii(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Join(byte[] a, byte[] b, byte[] c, byte[] d)
    {
        byte[] all = new byte[a.Length + b.Length + c.Length + d.Length];
        System.Array.Copy(a, 0, all, 0, a.Length);
        System.Array.Copy(b, 0, all, a.Length, b.Length);
        System.Array.Copy(c, 0, all, a.Length + b.Length, c.Length);
        System.Array.Copy(d, 0, all, a.Length + b.Length + c.Length, d.Length);
        return all;
    }
}
