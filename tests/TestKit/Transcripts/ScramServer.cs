using System;
using System.Security.Cryptography;
using System.Text;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.TestKit;

/// <summary>The server's side of one SCRAM login (RFC 5802, RFC 7677), honest or not.</summary>
/// <remarks>Messages go in and out in base 64, as they stand in SASL's elements.</remarks>
public sealed class ScramServer
{
    string clientFirstBare = "";
    string serverFirst = "";
    string nonce = "";
    byte[] serverSignature = [];

    /// <summary>SHA-256 unless the transcript says otherwise.</summary>
    public HashAlgorithm Algorithm { get; set; } = HashAlgorithm.Sha256;

    /// <summary>The password that the server knows.</summary>
    public string Password { get; set; } = "";

    /// <summary>The name that the client must give.</summary>
    public string User { get; set; } = "";

    public string Salt { get; set; } = "W22ZaJ0SNY7soEsUEjb6gQ==";

    /// <summary>As text: a server may send anything.</summary>
    public string Iterations { get; set; } = "4096";

    /// <summary>What the server adds to the client's nonce.</summary>
    public string NonceEnd { get; set; } = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";

    /// <summary>Whether the nonce is the server's alone.</summary>
    public bool ForgetsNonce { get; set; }

    /// <summary>Whether the signature is one byte off.</summary>
    public bool SignsWrong { get; set; }

    /// <summary>What stands before the nonce in the server's first message: an extension, say.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Takes the client's first message.</summary>
    public void TakeClientFirst(string message)
    {
        string text = Decode(message);
        if (!text.StartsWith("n,,n=" + User + ",r=", StringComparison.Ordinal))
            throw new TranscriptException("the client's first message is " + text);
        clientFirstBare = text[3..];
        nonce = text[(text.IndexOf(",r=", StringComparison.Ordinal) + 3)..];
        if (nonce.Length < 16)
            throw new TranscriptException("the client's nonce has " + nonce.Length + " characters");
    }

    /// <summary>Gives the server's first message.</summary>
    public string GiveServerFirst()
    {
        nonce = ForgetsNonce ? NonceEnd : nonce + NonceEnd;
        serverFirst = Prefix + "r=" + nonce + ",s=" + Salt + ",i=" + Iterations;
        return Encode(serverFirst);
    }

    /// <summary>Takes the client's final message, whose proof must be right.</summary>
    public void TakeClientFinal(string message)
    {
        string text = Decode(message);
        string expected = "c=biws,r=" + nonce;
        int proofAt = text.LastIndexOf(",p=", StringComparison.Ordinal);
        if (proofAt < 0 || text[..proofAt] != expected)
            throw new TranscriptException("the client's final message is " + text);
        byte[] authMessage = Encoding.UTF8.GetBytes(clientFirstBare + "," + serverFirst + "," + expected);
        byte[] salted = TestCrypto.Derive(Algorithm, Encoding.UTF8.GetBytes(Password), Convert.FromBase64String(Salt), int.Parse(Iterations));
        byte[] proof = Convert.FromBase64String(text[(proofAt + 3)..]);
        byte[] signature = Hmac(CryptographicOperations.HashData(Name, Hmac(salted, "Client Key"u8)), authMessage);
        for (int i = 0; i < proof.Length; i++)
            proof[i] ^= signature[i];
        if (!proof.AsSpan().SequenceEqual(Hmac(salted, "Client Key"u8)))
            throw new TranscriptException("the client's proof is wrong");
        serverSignature = Hmac(Hmac(salted, "Server Key"u8), authMessage);
    }

    /// <summary>Gives the server's final message.</summary>
    public string GiveServerFinal()
    {
        byte[] signature = [.. serverSignature];
        if (SignsWrong)
            signature[^1] ^= 1;
        return Encode("v=" + Convert.ToBase64String(signature));
    }

    HashAlgorithmName Name => TestCrypto.NameOf(Algorithm);

    byte[] Hmac(byte[] key, ReadOnlySpan<byte> data) => CryptographicOperations.HmacData(Name, key, data);

    static string Decode(string message)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(message));
        }
        catch (FormatException)
        {
            throw new TranscriptException("not base 64: " + message);
        }
    }

    static string Encode(string message) => Convert.ToBase64String(Encoding.UTF8.GetBytes(message));
}
