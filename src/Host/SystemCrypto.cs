using System;
using System.Security.Cryptography;
using Presentity.Platform;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.Host;

/// <summary>The cryptography of .NET. Has no state: any thread may use it.</summary>
public sealed class SystemCrypto : ICrypto
{
    public void FillRandom(byte[] buffer, int offset, int count) => RandomNumberGenerator.Fill(buffer.AsSpan(offset, count));

    public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output)
    {
        ReadOnlySpan<byte> input = data.AsSpan(offset, count);
        if (algorithm == HashAlgorithm.Sha1)
            SHA1.HashData(input, output);
        else
            SHA256.HashData(input, output);
    }

    public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output)
    {
        ReadOnlySpan<byte> input = data.AsSpan(offset, count);
        if (algorithm == HashAlgorithm.Sha1)
            HMACSHA1.HashData(key, input, output);
        else
            HMACSHA256.HashData(key, input, output);
    }

    public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output)
    {
        HashAlgorithmName name = algorithm == HashAlgorithm.Sha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        Rfc2898DeriveBytes.Pbkdf2(password, salt, output.AsSpan(0, HashLength.Of(algorithm)), iterations, name);
    }
}
