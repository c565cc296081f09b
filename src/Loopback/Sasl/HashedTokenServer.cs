using System;
using System.Security.Cryptography;
using System.Text;

namespace Presentity.Loopback;

/// <summary>The server's side of a login with a token: HT-SHA-256 (draft-schmaus-kitten-sasl-ht-08).</summary>
/// <param name="mechanism">Its name, whose end says what it is bound to.</param>
/// <param name="wire">The connection that it may be bound to.</param>
sealed class HashedTokenServer(string mechanism, Wire wire)
{
    const string Family = "HT-SHA-256-";

    // NONE is bound to nothing; UNIQ does not exist in TLS 1.3.
    readonly byte[]? binding = mechanism switch
    {
        Family + "NONE" => [],
        Family + "EXPR" => wire.ChannelBinding(Host.ChannelBindings.Exporter),
        Family + "ENDP" => wire.ChannelBinding(Host.ChannelBindings.ServerEndPoint),
        _ => null,
    };

    /// <summary>Whether the connection has what the mechanism is bound to.</summary>
    public bool IsPossible => binding is not null;

    /// <summary>Splits <c>user NUL hash</c>.</summary>
    /// <param name="initial">In base 64.</param>
    public static (string User, byte[] Hash) Read(string initial)
    {
        try
        {
            byte[] message = Convert.FromBase64String(initial);
            int end = Array.IndexOf(message, (byte)0);
            return end > 0 ? (Encoding.UTF8.GetString(message, 0, end), message[(end + 1)..]) : throw new SaslException("malformed-request");
        }
        catch (FormatException)
        {
            throw new SaslException("incorrect-encoding");
        }
    }

    /// <summary>Whether the client knows a token.</summary>
    public bool Proves(Token token, byte[] hash) => CryptographicOperations.FixedTimeEquals(hash, Hash(token, "Initiator"));

    /// <summary>Proves that the server knows it, too.</summary>
    public byte[] Proof(Token token) => Hash(token, "Responder");

    byte[] Hash(Token token, string role) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(token.Secret), (byte[])[.. Encoding.UTF8.GetBytes(role), .. binding!]);
}
