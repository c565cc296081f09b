using Presentity.Host;
using Presentity.Platform;

namespace Presentity.Interop.Tests.Devices;

/// <summary>The desktop's cryptography, counted: what a login costs on a chip.</summary>
sealed class CountingCrypto : ICrypto
{
    readonly SystemCrypto crypto = new();

    /// <summary>How often keys were made from a password.</summary>
    public int Derivations { get; private set; }

    /// <summary>How many HMACs there were.</summary>
    public int Hmacs { get; private set; }

    public bool Supports(HashAlgorithm algorithm) => crypto.Supports(algorithm);

    public void FillRandom(byte[] buffer, int offset, int count) => crypto.FillRandom(buffer, offset, count);

    public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) => crypto.Hash(algorithm, data, offset, count, output);

    public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output)
    {
        Hmacs++;
        crypto.Hmac(algorithm, key, data, offset, count, output);
    }

    public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output)
    {
        Derivations++;
        crypto.Pbkdf2(algorithm, password, salt, iterations, output);
    }
}
