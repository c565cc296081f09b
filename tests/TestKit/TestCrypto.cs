using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Presentity.Platform;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.TestKit;

/// <summary>The cryptography of .NET, with chance that can be repeated.</summary>
/// <param name="random">Where random bytes come from; null for real ones.</param>
public sealed class TestCrypto(Dice? random = null) : ICrypto
{
    // A transcript is played thousands of times: what is slow on purpose is computed once.
    static readonly ConcurrentDictionary<string, byte[]> Derived = new();

    /// <summary>How often <see cref="Pbkdf2"/> was asked for: what a login costs on the chip.</summary>
    public int Derivations { get; private set; }

    /// <summary>Called by every <see cref="Pbkdf2"/>: lets the time go by, as it does on the chip.</summary>
    public Action? Deriving { get; set; }

    public bool Supports(HashAlgorithm algorithm) => true;

    public void FillRandom(byte[] buffer, int offset, int count)
    {
        if (random == null)
            RandomNumberGenerator.Fill(buffer.AsSpan(offset, count));
        else
            for (int i = 0; i < count; i++)
                buffer[offset + i] = (byte)random.Next(256);
    }

    public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) =>
        CryptographicOperations.HashData(NameOf(algorithm), data.AsSpan(offset, count), output);

    public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output) =>
        CryptographicOperations.HmacData(NameOf(algorithm), key, data.AsSpan(offset, count), output);

    public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output)
    {
        Derivations++;
        Deriving?.Invoke();
        Derive(algorithm, password, salt, iterations).CopyTo(output, 0);
    }

    /// <summary>Hi of RFC 5802 §2.2. The result is shared: not to be written to.</summary>
    internal static byte[] Derive(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations) =>
        Derived.GetOrAdd(
            new StringBuilder().Append(algorithm).Append(iterations)
                .Append(' ').Append(Convert.ToHexString(salt)).Append(' ').Append(Convert.ToHexString(password)).ToString(),
            _ => Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, NameOf(algorithm), HashLength.Of(algorithm)));

    static HashAlgorithmName NameOf(HashAlgorithm algorithm) =>
        algorithm == HashAlgorithm.Sha1 ? HashAlgorithmName.SHA1
            : algorithm == HashAlgorithm.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512;
}
