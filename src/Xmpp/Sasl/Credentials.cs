using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>What an account proves itself with: a password, keys made from it, or both; and what is remembered from login to login.</summary>
/// <remarks>The keys of the last login are kept, so that a reconnect costs a few HMACs instead of thousands; and the
/// strongest mechanism used, so that nobody can later make the device use a weaker one.</remarks>
public sealed partial class Credentials
{
    /// <summary>In a store, what is remembered: one digit, the strength, and the account.</summary>
    public const string MemoryFile = "login";

    readonly byte[] password;
    IStore? store;

    /// <summary>An account's name and password.</summary>
    /// <param name="user">The local part of the account's address.</param>
    /// <param name="password">Empty when there are keys alone: <see cref="Add"/>.</param>
    public Credentials(string user, string password)
    {
        Prepare(ref user, ref password);
        User = user;
        this.password = Encoding.UTF8.GetBytes(password);
        HasPassword = password.Length > 0;
    }

    /// <summary>The local part of the account's address.</summary>
    public readonly string User;

    /// <summary>The fewest iterations that are accepted (RFC 7677 §4).</summary>
    public int LeastIterations = 4096;

    /// <summary>The most iterations that are accepted: a server must not be able to keep the device computing for ever.</summary>
    public int MostIterations = 500000;

    /// <summary>Whether there is a password, from which keys can be made when those that there are do not fit.</summary>
    public readonly bool HasPassword;

    /// <summary>The strength of the strongest mechanism that has logged in, as <see cref="SaslLogin"/> counts it; 0 before.</summary>
    internal int Strongest;

    /// <summary>Remembers the strongest mechanism beyond the end of the program, and takes over what was remembered.</summary>
    /// <param name="memory">Where.</param>
    /// <param name="whose">The account's address: what is remembered of another does not count.</param>
    public void RememberIn(IStore memory, string whose)
    {
        store = memory;
        byte[]? kept = memory.Read(MemoryFile);
        if (kept != null && kept.Length > 1 && Encoding.UTF8.GetString(kept, 1, kept.Length - 1) == whose)
            Strongest = kept[0] - '0';
        RecallToken(whose);
    }

    /// <summary>A login has succeeded.</summary>
    internal void Remember(int strength, Jid account)
    {
        if (strength <= Strongest)
            return;
        Strongest = strength;
        if (store == null)
            return;
        byte[] kept = Encoding.UTF8.GetBytes(strength.ToString() + account.ToString());
        store.Write(MemoryFile, kept, kept.Length);
    }

    /// <summary>Gives keys that were made before; they take the place of others for the same hash.</summary>
    public void Add(ScramKeys known) => Keys[(int)known.Algorithm] = known;

    /// <summary>The keys that were given, or made at the last login, by <see cref="HashAlgorithm"/>; null where there are none.</summary>
    public readonly ScramKeys?[] Keys = new ScramKeys[3];

    /// <summary>Whether a login with this hash can be tried.</summary>
    internal bool CanUse(ICrypto crypto, HashAlgorithm algorithm) =>
        (HasPassword || Keys[(int)algorithm] != null) && crypto.Supports(algorithm);

    /// <summary>The keys for what the server asks, from memory where they are known.</summary>
    /// <returns>Null when those that are known do not fit, and there is no password to make others from.</returns>
    internal ScramKeys? KeysFor(ICrypto crypto, HashAlgorithm algorithm, byte[] salt, int iterations)
    {
        ScramKeys? known = Keys[(int)algorithm];
        if (known != null && known.Fit(salt, iterations))
            return known;
        if (!HasPassword)
            return null;
        known = ScramKeys.Derive(crypto, algorithm, password, salt, iterations);
        Add(known);
        return known;
    }

    // The desktop's part; on the chip there is none, and nothing is left of the call.
    partial void Prepare(ref string user, ref string password);

    // That of what brings a session back (../Resumption).
    partial void RecallToken(string whose);

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
