using System;
using System.Linq;
using System.Text;
using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>Protection against a changed offer (XEP-0474): the server's first message, which is signed, may hold its hash.</summary>
public sealed partial class ScramMechanism
{
    /// <summary>What has been offered, as <see cref="SaslOffer.Text"/>; null to look at no hash.</summary>
    internal string? Offer { get; set; }

    partial void CheckOffer(byte[] serverFirst)
    {
        string? told = Encoding.UTF8.GetString(serverFirst).Split(',').Skip(3)
            .FirstOrDefault(attribute => attribute.StartsWith("h=", StringComparison.Ordinal))?[2..];
        if (told == null || Offer == null)
            return;
        byte[] offer = Encoding.UTF8.GetBytes(Offer);
        byte[] hash = new byte[HashLength.Of(algorithm)];
        crypto.Hash(algorithm, offer, 0, offer.Length, hash);
        if (told != Convert.ToBase64String(hash))
            Failure = "the server's offer of mechanisms has been changed on the way; this may be an attack";
    }
}
