using System;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>Reading addresses on the desktop: each part is prepared by its profile (RFC 7622 §3).</summary>
public sealed partial class Jid
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The domain, made anew: labels beyond ASCII as U-labels.</summary>
    public string Domain => Utf8.GetString(Bytes, DomainStart, BareLength - DomainStart);

    /// <summary>The domain as the DNS and certificates have it, in ASCII, made anew.</summary>
    public string HostName => DomainName.ToAscii(Domain);

    /// <summary>Reads an address.</summary>
    /// <returns>Null when it is none: an empty part, one of more than 1,023 bytes, or a character that the part may not have.</returns>
    /// <remarks>RFC 7622 §3.5 calls a resource with a space in front invalid, though its profile allows it: nobody means one who
    /// writes it, but a server may stamp it.</remarks>
    public static Jid? Parse(string text) => text.Contains("/ ") && text[text.IndexOf('/') + 1] == ' ' ? null : Prepare(text);

    /// <summary>Reads an address from bytes, which are copied.</summary>
    public static Jid? Parse(byte[] source, int start, int length)
    {
        try
        {
            return Prepare(Utf8.GetString(source, start, length));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static Jid? Prepare(string text)
    {
        int slash = text.IndexOf('/');
        string? resource = slash < 0 ? "" : Precis.OpaqueString(text[(slash + 1)..]);
        string bare = slash < 0 ? text : text[..slash];
        int at = bare.IndexOf('@');
        string? local = at < 0 ? "" : PrepareLocal(bare[..at]);
        string? domain = DomainName.Prepare(bare[(at + 1)..]);
        if (resource == null || local == null || domain == null)
            return null;
        byte[] localBytes = Utf8.GetBytes(local);
        byte[] domainBytes = Utf8.GetBytes(domain);
        byte[] resourceBytes = Utf8.GetBytes(resource);
        if (localBytes.Length > LongestPart || domainBytes.Length > LongestPart || resourceBytes.Length > LongestPart)
            return null;
        int domainStart = at < 0 ? 0 : localBytes.Length + 1;
        return new Jid(
            [.. localBytes, .. at < 0 ? default : "@"u8, .. domainBytes, .. slash < 0 ? default : "/"u8, .. resourceBytes],
            domainStart,
            domainStart + domainBytes.Length);
    }

    /// <summary>RFC 7622 §3.3: UsernameCaseMapped without eight characters that stand for something elsewhere.</summary>
    static string? PrepareLocal(string text) =>
        Precis.UsernameCaseMapped(text) is { } local && local.AsSpan().IndexOfAny("\"&'/:<>@") < 0 ? local : null;
}
