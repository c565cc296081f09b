namespace Presentity.Platform;

/// <summary>The hashes that the protocol needs, the weakest first.</summary>
public enum HashAlgorithm
{
    /// <summary>SHA-1: SCRAM-SHA-1 (RFC 5802) and entity capabilities (XEP-0115).</summary>
    Sha1,

    /// <summary>SHA-256: SCRAM-SHA-256 (RFC 7677).</summary>
    Sha256,

    /// <summary>SHA-512: SCRAM-SHA-512. Not every platform has it: <see cref="ICrypto.Supports"/>.</summary>
    Sha512,
}

/// <summary>Lengths of hashes in bytes.</summary>
public static class HashLength
{
    public static int Of(HashAlgorithm algorithm) => algorithm == HashAlgorithm.Sha1 ? 20 : algorithm == HashAlgorithm.Sha256 ? 32 : 64;
}
