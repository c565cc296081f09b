using System;
using System.Security.Cryptography;

namespace Presentity.Loopback;

/// <summary>What a SCRAM login has to do with the connection under it (RFC 5802 §6).</summary>
/// <param name="IsPlus">Whether the mechanism is one with channel binding.</param>
/// <param name="Offer">What was offered.</param>
/// <param name="SignsOffer">Whether the challenge says what was offered (XEP-0474).</param>
/// <param name="Find">The data of a type; null when there is none.</param>
sealed record ScramChannel(bool IsPlus, SaslOffer Offer, bool SignsOffer, Func<string, byte[]?> Find)
{
    public static readonly ScramChannel None = new(false, new SaslOffer([], null), false, _ => null);

    /// <summary>Takes the client's flag: <c>n</c>, <c>y</c>, or <c>p=type</c>.</summary>
    /// <returns>The data that the login is bound to.</returns>
    public byte[] Take(string flag)
    {
        if (flag == "y" && Offer.HasPlus)
            throw new SaslException("malformed-request", "You have not been shown the mechanisms with channel binding that there are: "
                + "somebody between us has taken them away.");
        if (!IsPlus)
            return flag is "n" or "y" ? [] : throw new SaslException("malformed-request");
        if (!flag.StartsWith("p=", StringComparison.Ordinal))
            throw new SaslException("malformed-request");
        return Find(flag[2..]) ?? throw new SaslException("malformed-request", "There is no such channel binding.");
    }

    /// <summary>What a challenge says of the offer; empty for nothing.</summary>
    public string Signed(HashAlgorithmName hash) => SignsOffer ? ",h=" + Offer.Hash(hash) : "";
}
