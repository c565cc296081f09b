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

    partial void CheckExtensions(byte[] message, bool offer)
    {
        string[] attributes = Encoding.UTF8.GetString(message).Split(',');
        // RFC 5802 §5.1: what must be understood, wherever it stands. That of the chip knows it where the syntax has a place for it.
        if (attributes.Any(attribute => attribute.StartsWith("m=", StringComparison.Ordinal)))
        {
            IsProven = false;
            Fail("an extension that nobody knows");
            return;
        }

        string? told = attributes.FirstOrDefault(attribute => attribute.StartsWith("h=", StringComparison.Ordinal))?[2..];
        if (offer && told != null && Offer != null && told != Hash(Offer))
            Failure = "the server's offer of mechanisms has been changed on the way; this may be an attack";
    }

    string Hash(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] hash = new byte[HashLength.Of(algorithm)];
        crypto.Hash(algorithm, bytes, 0, bytes.Length, hash);
        return Convert.ToBase64String(hash);
    }
}
