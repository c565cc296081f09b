using System;
using System.Text;

namespace Presentity.Loopback;

/// <summary>An XMPP address (RFC 7622): <c>local@domain/resource</c>, with the first two folded to lower case.</summary>
/// <param name="Local">Empty for a server.</param>
/// <param name="Resource">Empty for a bare JID.</param>
readonly record struct Jid(string Local, string Domain, string Resource)
{
    const int LongestPart = 1023;
    const string NotInLocal = "\"&'/:<>@";

    /// <summary>The same without the resource.</summary>
    public Jid Bare => this with { Resource = "" };

    public bool IsBare => Resource.Length == 0;

    /// <summary>Reads an address.</summary>
    /// <returns>False when it is none; null is none.</returns>
    public static bool TryParse(string? text, out Jid jid)
    {
        jid = default;
        if (text is null)
            return false;
        string resource = "";
        int slash = text.IndexOf('/');
        if (slash >= 0)
        {
            resource = text[(slash + 1)..];
            text = text[..slash];
            if (!IsResource(resource))
                return false;
        }

        string local = "";
        int at = text.IndexOf('@');
        if (at >= 0)
        {
            local = text[..at].ToLowerInvariant();
            text = text[(at + 1)..];
            if (!IsLocal(local))
                return false;
        }

        string domain = text.TrimEnd('.').ToLowerInvariant();
        if (!IsPart(domain) || domain.AsSpan().IndexOfAny(NotInLocal) >= 0)
            return false;
        jid = new Jid(local, domain, resource);
        return true;
    }

    public static bool IsLocal(string text) => IsPart(text) && text.AsSpan().IndexOfAny(NotInLocal) < 0;

    /// <summary>Whether this can be a resource, where spaces are allowed and case counts.</summary>
    public static bool IsResource(string text) => IsPart(text.Replace(' ', '_'));

    public override string ToString() => (Local.Length > 0 ? Local + "@" : "") + Domain + (IsBare ? "" : "/" + Resource);

    static bool IsPart(string text)
    {
        foreach (char c in text)
            if (char.IsControl(c) || char.IsWhiteSpace(c))
                return false;
        return text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= LongestPart;
    }
}
