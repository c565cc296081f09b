using System;
using System.Security.Cryptography;
using Presentity.Platform;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.Nano;

/// <summary>Cryptography on the chip: HMAC-SHA-256 is native, the rest is ours.</summary>
public sealed class NanoCrypto : PortableCrypto
{
    // On the ESP32 this is the hardware's generator, which is unpredictable while the radio is on; no seed has an effect.
    readonly Random random = new Random();

    public override void FillRandom(byte[] buffer, int offset, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        Array.Copy(bytes, 0, buffer, offset, count);
    }

    public override void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output)
    {
        if (algorithm != HashAlgorithm.Sha256)
        {
            base.Hmac(algorithm, key, data, offset, count, output);
            return;
        }

        byte[] message = data;
        if (offset != 0 || count != data.Length)
        {
            message = new byte[count];
            Array.Copy(data, offset, message, 0, count);
        }

        byte[] hash = HMACSHA256.HashData(key, message);
        Array.Copy(hash, output, hash.Length);
    }

    public override void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output)
    {
        if (algorithm != HashAlgorithm.Sha256)
        {
            base.Pbkdf2(algorithm, password, salt, iterations, output);
            return;
        }

        byte[] first = new byte[salt.Length + 4];
        Array.Copy(salt, first, salt.Length);
        first[salt.Length + 3] = 1;
        byte[] last = HMACSHA256.HashData(password, first);
        Array.Copy(last, output, last.Length);
        for (int i = 1; i < iterations; i++)
        {
            last = HMACSHA256.HashData(password, last);
            for (int b = 0; b < last.Length; b++)
                output[b] ^= last[b];
        }
    }
}
