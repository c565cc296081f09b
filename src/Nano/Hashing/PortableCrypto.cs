using System;
using Presentity.Platform;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.Nano;

/// <summary>SHA-1 and SHA-256 and what is made of them, in code that runs everywhere. A platform overrides what it can do itself.</summary>
public abstract class PortableCrypto : ICrypto
{
    public virtual bool Supports(HashAlgorithm algorithm) => algorithm != HashAlgorithm.Sha512;

    public abstract void FillRandom(byte[] buffer, int offset, int count);

    public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output)
    {
        Sha hash = New(algorithm);
        hash.Add(data, offset, count);
        hash.Finish(output);
    }

    public virtual void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output) =>
        new Hmac(New(algorithm), key).Compute(data, offset, count, output);

    /// <remarks>Two blocks an iteration; on the chip an iteration of SHA-1 takes some 15,000 instructions.</remarks>
    public virtual void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output)
    {
        Hmac hmac = new Hmac(New(algorithm), password);
        int length = HashLength.Of(algorithm);
        byte[] round = new byte[salt.Length + 4];
        Array.Copy(salt, round, salt.Length);
        round[salt.Length + 3] = 1;
        byte[] last = new byte[length];
        hmac.Compute(round, 0, round.Length, last);
        Array.Copy(last, output, length);
        for (int i = 1; i < iterations; i++)
        {
            hmac.Compute(last, 0, length, last);
            for (int b = 0; b < length; b++)
                output[b] ^= last[b];
        }
    }

    static Sha New(HashAlgorithm algorithm) => algorithm == HashAlgorithm.Sha1 ? new Sha1() : new Sha256();
}
