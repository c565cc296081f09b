using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Threading;

namespace Presentity.Loopback;

/// <summary>A token that a client may log in with (XEP-0484).</summary>
/// <param name="Mechanism">The one that it is good for.</param>
/// <param name="Secret">Known to the client and the server.</param>
/// <param name="Issued">When it was made.</param>
/// <param name="Expires">When it is no longer good.</param>
sealed record Token(string Mechanism, string Secret, DateTimeOffset Issued, DateTimeOffset Expires)
{
    /// <summary>The highest count of a login with it, where the client counts them.</summary>
    public uint Count { get; set; }
}

/// <summary>The tokens of one account: for each of its clients the one that it uses, and the one that it was given since (XEP-0484 §5.1).
/// Any thread may ask.</summary>
sealed class Tokens
{
    readonly Lock gate = new();
    readonly Dictionary<string, (Token? Current, Token? New)> clients = [];

    /// <summary>Makes a token for a client; one that it has not used is no longer good.</summary>
    public Token Give(string client, string mechanism, DateTimeOffset now, TimeSpan lifetime)
    {
        var token = new Token(mechanism, "secret-token:fast-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)), now, now + lifetime);
        lock (gate)
            clients[client] = (clients.GetValueOrDefault(client).Current, token);
        return token;
    }

    /// <summary>Uses a token of a client. Those before it are no longer good.</summary>
    /// <param name="mechanism">What the client logs in with.</param>
    /// <param name="count">Counts its logins with this token; null when it does not say.</param>
    /// <param name="isLast">Whether the token is not to be good any more.</param>
    /// <param name="isProven">Whether the client knows a token.</param>
    /// <exception cref="SaslException">There is none that it knows, or it is not good.</exception>
    public Token Use(string client, string mechanism, DateTimeOffset now, uint? count, bool isLast, Func<Token, bool> isProven)
    {
        lock (gate)
        {
            (Token? current, Token? next) = clients.GetValueOrDefault(client);
            Token token = Known(next) ?? Known(current) ?? throw new SaslException("not-authorized");
            if (now >= token.Expires)
            {
                clients[client] = token == next ? (current, null) : (null, next);
                throw new SaslException("credentials-expired");
            }

            if (count <= token.Count)
                throw new SaslException("not-authorized");
            token.Count = count ?? token.Count;
            clients[client] = (isLast ? null : token, token == next ? null : next);
            return token;
        }

        Token? Known(Token? token) => token is not null && token.Mechanism == mechanism && isProven(token) ? token : null;
    }

    /// <summary>None is good any more.</summary>
    public void Clear()
    {
        lock (gate)
            clients.Clear();
    }
}
