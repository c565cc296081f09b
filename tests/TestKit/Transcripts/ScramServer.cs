using System;
using System.Text;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>The server's side of one SCRAM login (RFC 5802, RFC 7677), honest or not.</summary>
/// <remarks>Messages go in and out in base 64, as they stand in SASL's elements.</remarks>
public sealed class ScramServer
{
    readonly TestCrypto crypto = new TestCrypto();
    string clientFirstBare = "";
    string serverFirst = "";
    string nonce = "";
    byte[] serverSignature = new byte[0];

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
        if (!text.StartsWith("n,,n=" + User + ",r="))
            throw new TranscriptException("the client's first message is " + text);
        clientFirstBare = text.Substring(3);
        nonce = TranscriptPlayer.After(text, ",r=");
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
        int proofAt = text.LastIndexOf(",p=");
        if (proofAt < 0 || text.Substring(0, proofAt) != expected)
            throw new TranscriptException("the client's final message is " + text);
        byte[] authMessage = Encoding.UTF8.GetBytes(clientFirstBare + "," + serverFirst + "," + expected);
        byte[] salted = TestCrypto.Derive(Algorithm, Encoding.UTF8.GetBytes(Password), Convert.FromBase64String(Salt), int.Parse(Iterations));
        byte[] proof = Convert.FromBase64String(text.Substring(proofAt + 3));
        byte[] clientKey = Hmac(salted, Encoding.UTF8.GetBytes("Client Key"));
        byte[] storedKey = new byte[clientKey.Length];
        crypto.Hash(Algorithm, clientKey, 0, clientKey.Length, storedKey);
        byte[] signature = Hmac(storedKey, authMessage);
        if (proof.Length != signature.Length)
            throw new TranscriptException("the client's proof has " + proof.Length + " bytes");
        for (int i = 0; i < proof.Length; i++)
            if ((proof[i] ^ signature[i]) != clientKey[i])
                throw new TranscriptException("the client's proof is wrong");
        serverSignature = Hmac(Hmac(salted, Encoding.UTF8.GetBytes("Server Key")), authMessage);
    }

    /// <summary>Gives the server's final message.</summary>
    public string GiveServerFinal()
    {
        byte[] signature = new byte[serverSignature.Length];
        Array.Copy(serverSignature, signature, signature.Length);
        if (SignsWrong)
            signature[signature.Length - 1] ^= 1;
        return Encode("v=" + Convert.ToBase64String(signature));
    }

    byte[] Hmac(byte[] key, byte[] data)
    {
        byte[] output = new byte[HashLength.Of(Algorithm)];
        crypto.Hmac(Algorithm, key, data, 0, data.Length, output);
        return output;
    }

    static string Decode(string message)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(message);
        }
        catch (Exception)
        {
            throw new TranscriptException("not base 64: " + message);
        }

        return Encoding.UTF8.GetString(bytes, 0, bytes.Length);
    }

    static string Encode(string message) => Convert.ToBase64String(Encoding.UTF8.GetBytes(message));
}
