using System.Security.Cryptography;
using System.Text;

namespace Presentity.Loopback;

/// <summary>What a server knows of a password (RFC 5802 §3), for one hash function.</summary>
sealed record ScramKeys(byte[] Salt, int Iterations, byte[] StoredKey, byte[] ServerKey)
{
    const int SaltBytes = 16;

    static readonly byte[] NobodysSecret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Makes them, with a salt of their own.</summary>
    public static ScramKeys Derive(string password, HashAlgorithmName hash, int iterations) =>
        Derive(password, hash, iterations, RandomNumberGenerator.GetBytes(SaltBytes));

    /// <summary>Makes them with a given salt.</summary>
    public static ScramKeys Derive(string password, HashAlgorithmName hash, int iterations, byte[] salt)
    {
        int length = CryptographicOperations.HashData(hash, []).Length;
        byte[] salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, hash, length);
        byte[] clientKey = CryptographicOperations.HmacData(hash, salted, "Client Key"u8.ToArray());
        byte[] serverKey = CryptographicOperations.HmacData(hash, salted, "Server Key"u8.ToArray());
        return new ScramKeys(salt, iterations, CryptographicOperations.HashData(hash, clientKey), serverKey);
    }

    /// <summary>Keys of an account that does not exist, which no proof fits; always the same salt, so that it does not show.</summary>
    public static ScramKeys Nobodys(string user, HashAlgorithmName hash, int iterations)
    {
        byte[] salt = CryptographicOperations.HmacData(hash, NobodysSecret, Encoding.UTF8.GetBytes(user))[..SaltBytes];
        int length = CryptographicOperations.HashData(hash, []).Length;
        return new ScramKeys(salt, iterations, RandomNumberGenerator.GetBytes(length), RandomNumberGenerator.GetBytes(length));
    }
}
