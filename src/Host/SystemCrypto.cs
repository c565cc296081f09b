using System;
using System.Security.Cryptography;
using Presentity.Platform;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.Host;

/// <summary>The cryptography of .NET. Has no state: any thread may use it.</summary>
public sealed class SystemCrypto : ICrypto
{
    public bool Supports(HashAlgorithm algorithm) => true;

    public void FillRandom(byte[] buffer, int offset, int count) => RandomNumberGenerator.Fill(buffer.AsSpan(offset, count));

    public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) =>
        CryptographicOperations.HashData(Name(algorithm), data.AsSpan(offset, count), output);

    public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output) =>
        CryptographicOperations.HmacData(Name(algorithm), key, data.AsSpan(offset, count), output);

    public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, output.AsSpan(0, HashLength.Of(algorithm)), iterations, Name(algorithm));

    static HashAlgorithmName Name(HashAlgorithm algorithm) => algorithm switch
    {
        HashAlgorithm.Sha1 => HashAlgorithmName.SHA1,
        HashAlgorithm.Sha256 => HashAlgorithmName.SHA256,
        _ => HashAlgorithmName.SHA512,
    };
}
