using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>What an account proves itself with, and what is remembered of it from login to login.</summary>
/// <remarks>The salted keys of the last login are kept, so that a reconnect costs a few HMACs instead of thousands; and the
/// strongest mechanism used, so that nobody can later make the device use a weaker one.</remarks>
public sealed class Credentials
{
    readonly byte[] password;
    readonly HashAlgorithm[] algorithms = { HashAlgorithm.Sha256, HashAlgorithm.Sha1 };
    readonly byte[]?[] salts = new byte[2][];
    readonly int[] iterations = new int[2];
    readonly byte[]?[] saltedPasswords = new byte[2][];

    /// <summary>An account's name and password.</summary>
    public Credentials(string user, string password)
    {
        User = user;
        this.password = Encoding.UTF8.GetBytes(password);
    }

    /// <summary>The local part of the account's address.</summary>
    public string User { get; }

    /// <summary>The fewest iterations that are accepted (RFC 7677 §4).</summary>
    public int LeastIterations { get; set; } = 4096;

    /// <summary>The most iterations that are accepted: a server must not be able to keep the device computing for ever.</summary>
    public int MostIterations { get; set; } = 500000;

    /// <summary>Place of the strongest mechanism that has logged in, in the order of <see cref="SaslStep"/>; a high number before.</summary>
    internal int Strongest { get; set; } = int.MaxValue;

    /// <summary>Hi(password, salt, i) of RFC 5802 §3, from memory where it is known.</summary>
    internal byte[] SaltedPassword(ICrypto crypto, HashAlgorithm algorithm, byte[] salt, int count)
    {
        int slot = algorithm == algorithms[0] ? 0 : 1;
        byte[]? known = saltedPasswords[slot];
        byte[]? knownSalt = salts[slot];
        if (known != null && knownSalt != null && iterations[slot] == count && AreEqual(knownSalt, salt))
            return known;
        byte[] salted = new byte[HashLength.Of(algorithm)];
        crypto.Pbkdf2(algorithm, password, salt, count, salted);
        saltedPasswords[slot] = salted;
        salts[slot] = salt;
        iterations[slot] = count;
        return salted;
    }

    /// <summary>Whether two runs are the same, in a time that does not tell where they differ.</summary>
    internal static bool AreEqual(byte[] a, byte[] b)
    {
        if (a.Length != b.Length)
            return false;
        int difference = 0;
        for (int i = 0; i < a.Length; i++)
            difference |= a[i] ^ b[i];
        return difference == 0;
    }
}
