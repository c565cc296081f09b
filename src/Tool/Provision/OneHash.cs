using System.Collections.Generic;
using Presentity.Host;
using Presentity.Platform;

namespace Presentity.Tool.Provision;

/// <summary>The desktop's cryptography, of which a login sees one hash alone, or none: so the mechanism of that hash is what it
/// chooses.</summary>
/// <param name="only">The hash; null for none.</param>
sealed class OneHash(HashAlgorithm? only) : ICrypto
{
    readonly SystemCrypto all = new();

    /// <summary>The hashes that somebody asked for: with none at hand, those of the mechanisms that the server offers.</summary>
    internal List<HashAlgorithm> Wanted { get; } = [];

    public bool Supports(HashAlgorithm algorithm)
    {
        Wanted.Add(algorithm);
        return algorithm == only;
    }

    public void FillRandom(byte[] buffer, int offset, int count) => all.FillRandom(buffer, offset, count);

    public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) =>
        all.Hash(algorithm, data, offset, count, output);

    public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output) =>
        all.Hmac(algorithm, key, data, offset, count, output);

    public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output) =>
        all.Pbkdf2(algorithm, password, salt, iterations, output);
}
