namespace Presentity.Platform;

/// <summary>The cryptography that a platform brings. Outputs are written into the caller's arrays.</summary>
public interface ICrypto
{
    /// <summary>Whether the members below know this hash; all platforms know SHA-1 and SHA-256.</summary>
    bool Supports(HashAlgorithm algorithm);

    /// <summary>Fills with bytes that nobody can predict.</summary>
    void FillRandom(byte[] buffer, int offset, int count);

    /// <summary>Hash of a run of bytes.</summary>
    /// <param name="algorithm">Which hash.</param>
    /// <param name="data">Read from <paramref name="offset"/>, <paramref name="count"/> bytes.</param>
    /// <param name="offset">Where the data begin.</param>
    /// <param name="count">How many bytes.</param>
    /// <param name="output">Receives <see cref="HashLength.Of"/> bytes from index 0.</param>
    void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output);

    /// <summary>HMAC (RFC 2104) of a run of bytes.</summary>
    /// <param name="algorithm">Which hash.</param>
    /// <param name="key">The whole array is the key.</param>
    /// <param name="data">Read from <paramref name="offset"/>, <paramref name="count"/> bytes.</param>
    /// <param name="offset">Where the data begin.</param>
    /// <param name="count">How many bytes.</param>
    /// <param name="output">Receives <see cref="HashLength.Of"/> bytes from index 0.</param>
    void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output);

    /// <summary>PBKDF2 (RFC 8018 §5.2), which SCRAM calls Hi (RFC 5802 §2.2).</summary>
    /// <param name="algorithm">Which hash.</param>
    /// <param name="password">The prepared password in UTF-8.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="iterations">At least 1.</param>
    /// <param name="output">Receives <see cref="HashLength.Of"/> bytes from index 0.</param>
    void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output);
}
