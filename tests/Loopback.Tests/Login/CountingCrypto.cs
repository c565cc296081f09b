using Presentity.Platform;

namespace Presentity.Loopback.Tests;

/// <summary>Counts what a login costs a device.</summary>
sealed class CountingCrypto(ICrypto inner) : ICrypto
{
    public int Hmacs { get; private set; }

    public int Derivations { get; private set; }

    public bool Supports(HashAlgorithm algorithm) => inner.Supports(algorithm);

    public void FillRandom(byte[] buffer, int offset, int count) => inner.FillRandom(buffer, offset, count);

    public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) =>
        inner.Hash(algorithm, data, offset, count, output);

    public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output)
    {
        Hmacs++;
        inner.Hmac(algorithm, key, data, offset, count, output);
    }

    public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output)
    {
        Derivations++;
        inner.Pbkdf2(algorithm, password, salt, iterations, output);
    }
}
