using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>What proves an account by SCRAM without its password (RFC 5802 §3); good for one hash, salt and iteration count.</summary>
/// <remarks>Who has them can log in, until the account's password is set anew; nobody can tell the password from them. The
/// arrays are not copied and not to be changed.</remarks>
public sealed class ScramKeys
{
    /// <summary>Takes over what is known.</summary>
    public ScramKeys(HashAlgorithm algorithm, byte[] salt, int iterations, byte[] clientKey, byte[] serverKey)
    {
        Algorithm = algorithm;
        Salt = salt;
        Iterations = iterations;
        ClientKey = clientKey;
        ServerKey = serverKey;
    }

    public readonly HashAlgorithm Algorithm;

    /// <summary>The salt that the server has chosen for the account.</summary>
    public readonly byte[] Salt;

    /// <summary>The rounds that the server has chosen.</summary>
    public readonly int Iterations;

    public readonly byte[] ClientKey;

    public readonly byte[] ServerKey;

    /// <summary>Derives the keys from a password. On a chip this takes from seconds to minutes.</summary>
    /// <param name="crypto">Of the platform; must support the algorithm.</param>
    /// <param name="algorithm">The mechanism's hash.</param>
    /// <param name="password">Prepared, in UTF-8.</param>
    /// <param name="salt">The server's.</param>
    /// <param name="iterations">The server's.</param>
    public static ScramKeys Derive(ICrypto crypto, HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations)
    {
        byte[] salted = new byte[HashLength.Of(algorithm)];
        crypto.Pbkdf2(algorithm, password, salt, iterations, salted);
        return new ScramKeys(algorithm, salt, iterations, Key(crypto, algorithm, salted, "Client Key"), Key(crypto, algorithm, salted, "Server Key"));
    }

    /// <summary>Reads keys as a configuration has them: iterations, salt, ClientKey and ServerKey, the last three in base 64,
    /// with one space between.</summary>
    /// <returns>Null when the text is something else.</returns>
    public static ScramKeys? Parse(HashAlgorithm algorithm, string text)
    {
        string[] parts = text.Split(' ');
        if (parts.Length != 4 || !int.TryParse(parts[0], out int iterations) || iterations < 1)
            return null;
        byte[]? salt = Decode(parts[1]);
        byte[]? clientKey = Decode(parts[2]);
        byte[]? serverKey = Decode(parts[3]);
        int length = HashLength.Of(algorithm);
        if (salt == null || salt.Length == 0 || clientKey == null || clientKey.Length != length || serverKey == null || serverKey.Length != length)
            return null;
        return new ScramKeys(algorithm, salt, iterations, clientKey, serverKey);
    }

    /// <summary>Whether they are good for what the server asks.</summary>
    internal bool Fit(byte[] salt, int iterations) => Iterations == iterations && Credentials.AreEqual(Salt, salt);

    static byte[]? Decode(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return Base64.Decode(bytes, 0, bytes.Length);
    }

    static byte[] Key(ICrypto crypto, HashAlgorithm algorithm, byte[] salted, string name)
    {
        byte[] key = new byte[salted.Length];
        byte[] data = Encoding.UTF8.GetBytes(name);
        crypto.Hmac(algorithm, salted, data, 0, data.Length, key);
        return key;
    }
}
