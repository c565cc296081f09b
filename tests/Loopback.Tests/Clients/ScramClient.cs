using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Presentity.Loopback.Tests;

/// <summary>The client's side of SCRAM, written from RFC 5802 apart from the server's.</summary>
sealed class ScramClient(HashAlgorithmName hash, string user, string password, string gs2Header = "n,,")
{
    readonly string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(12));
    byte[] serverSignature = [];

    string Bare => $"n={user},r={nonce}";

    public string First => gs2Header + Bare;

    public string Final(string challenge)
    {
        string[] parts = challenge.Split(',');
        byte[] salt = Convert.FromBase64String(parts[1][2..]);
        int length = CryptographicOperations.HashData(hash, []).Length;
        byte[] salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, int.Parse(parts[2][2..]), hash, length);
        byte[] clientKey = CryptographicOperations.HmacData(hash, salted, "Client Key"u8.ToArray());
        string withoutProof = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(gs2Header))},{parts[0]}";
        byte[] message = Encoding.UTF8.GetBytes($"{Bare},{challenge},{withoutProof}");
        byte[] signature = CryptographicOperations.HmacData(hash, CryptographicOperations.HashData(hash, clientKey), message);
        byte[] serverKey = CryptographicOperations.HmacData(hash, salted, "Server Key"u8.ToArray());
        serverSignature = CryptographicOperations.HmacData(hash, serverKey, message);
        return $"{withoutProof},p={Convert.ToBase64String([.. clientKey.Zip(signature, (a, b) => (byte)(a ^ b))])}";
    }

    public bool Verifies(string final) => final == "v=" + Convert.ToBase64String(serverSignature);

    public bool Recognizes(string challenge) => challenge.StartsWith("r=" + nonce, StringComparison.Ordinal);
}
