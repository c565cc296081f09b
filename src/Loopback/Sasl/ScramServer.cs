using System;
using System.Security.Cryptography;
using System.Text;

namespace Presentity.Loopback;

/// <summary>The server's side of one SCRAM exchange (RFC 5802, RFC 7677), text in and text out.</summary>
/// <param name="nonce">The server's part of the nonce.</param>
/// <param name="find">The keys of a user, who may not exist.</param>
/// <param name="channel">What the login may be bound to, or must be.</param>
sealed class ScramServer(
    HashAlgorithmName hash, string nonce, Func<string, ScramKeys> find, Misbehaviour misbehaviour, ScramChannel? channel = null)
{
    readonly ScramChannel channel = channel ?? ScramChannel.None;
    byte[] binding = [];
    string gs2Header = "";
    string fullNonce = "";
    string begun = "";
    ScramKeys? keys;

    /// <summary>Who logs in, as the client has written it.</summary>
    public string User { get; private set; } = "";

    /// <summary>Whom the client wants to act as; empty for itself.</summary>
    public string AuthorizationId { get; private set; } = "";

    /// <summary>Answers <c>n,,n=user,r=nonce</c> with <c>r=nonce,s=salt,i=count</c>.</summary>
    public string Challenge(string clientFirst)
    {
        string[] parts = clientFirst.Split(',');
        if (parts.Length < 4)
            throw new SaslException("malformed-request");
        binding = channel.Take(parts[0]);
        gs2Header = $"{parts[0]},{parts[1]},";
        AuthorizationId = parts[1].Length > 0 ? Name(Value(parts[1], 'a')) : "";
        User = Name(Value(parts[2], 'n'));
        string clientNonce = Value(parts[3], 'r');

        keys = find(User);
        fullNonce = (misbehaviour.ForeignNonce ? "" : clientNonce) + nonce;
        int iterations = misbehaviour.AnnouncedIterations > 0 ? misbehaviour.AnnouncedIterations : keys.Iterations;
        string challenge = $"r={fullNonce},s={Convert.ToBase64String(keys.Salt)},i={iterations}{channel.Signed(hash)}";
        challenge = misbehaviour.Challenge?.Invoke(challenge) ?? challenge;
        begun = $"{clientFirst[gs2Header.Length..]},{challenge}";
        return challenge;
    }

    /// <summary>Answers <c>c=binding,r=nonce,p=proof</c> with <c>v=signature</c>, when the proof is right.</summary>
    public string Finish(string clientFinal)
    {
        int proofAt = clientFinal.LastIndexOf(",p=", StringComparison.Ordinal);
        string[] parts = clientFinal.Split(',');
        if (keys is null || proofAt < 0 || parts.Length < 3)
            throw new SaslException("malformed-request");
        byte[] proof = new byte[keys.StoredKey.Length];
        bool isProof = Convert.TryFromBase64String(clientFinal[(proofAt + 3)..], proof, out int length) && length == proof.Length;
        if (!isProof || Value(parts[0], 'c') != Convert.ToBase64String([.. Encoding.UTF8.GetBytes(gs2Header), .. binding]))
            throw new SaslException("malformed-request");
        if (Value(parts[1], 'r') != fullNonce)
            throw new SaslException("not-authorized");

        byte[] message = Encoding.UTF8.GetBytes($"{begun},{clientFinal[..proofAt]}");
        byte[] clientKey = CryptographicOperations.HmacData(hash, keys.StoredKey, message);
        for (int i = 0; i < clientKey.Length; i++)
            clientKey[i] ^= proof[i];
        if (!CryptographicOperations.FixedTimeEquals(CryptographicOperations.HashData(hash, clientKey), keys.StoredKey))
            throw new SaslException("not-authorized");

        byte[] signature = CryptographicOperations.HmacData(hash, keys.ServerKey, message);
        if (misbehaviour.WrongSignature)
            signature[0] ^= 1;
        return "v=" + Convert.ToBase64String(signature);
    }

    static string Value(string part, char name) =>
        part.Length > 2 && part[0] == name && part[1] == '=' ? part[2..] : throw new SaslException("malformed-request");

    // RFC 5802 §5.1: a comma is written =2C and an equals sign =3D.
    static string Name(string text)
    {
        string[] pieces = text.Split('=');
        var name = new StringBuilder(pieces[0]);
        foreach (string piece in pieces[1..])
        {
            char sign = piece.StartsWith("2C", StringComparison.Ordinal) ? ','
                : piece.StartsWith("3D", StringComparison.Ordinal) ? '='
                : throw new SaslException("malformed-request");
            name.Append(sign).Append(piece, 2, piece.Length - 2);
        }

        return name.ToString();
    }
}
