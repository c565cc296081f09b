using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>An <c>xmpp:</c> URI or IRI (RFC 5122), with a query as in XEP-0147: <c>xmpp:lamp@example.org?command;node=on</c>.</summary>
/// <remarks>The desktop's alone.</remarks>
/// <param name="Authority">The account to act as; null for whichever is at hand.</param>
/// <param name="Address">Whom it is about; null when only an authority is given.</param>
/// <param name="Query">What is to be done (<see cref="XmppQuery"/>); empty for nothing in particular.</param>
/// <param name="Pairs">The query's keys and values in their order; a key may stand more than once.</param>
/// <param name="Fragment">What follows <c>#</c>; empty for none.</param>
public sealed record XmppUri(
    Jid? Authority, Jid? Address, string Query, IReadOnlyList<KeyValuePair<string, string>> Pairs, string Fragment)
{
    const string Scheme = "xmpp:";

    // RFC 5122 §2.2: what stands for itself beside letters, digits and "-._~".
    const string AllowedInLocal = "!$()*+,;=";
    const string AllowedInResource = "!$&'()*+,:;=";
    const string AllowedInHost = "!$&'()*+,;=[]:";
    const string AllowedInFragment = "!$&'()*+,;=:@/?";

    // RFC 3986 §2: may stand nowhere.
    const string Excluded = "\"<>\\^`{|}";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Of an address, with a query and its pairs.</summary>
    public XmppUri(Jid address, string query = "", params (string Key, string Value)[] pairs)
        : this(null, address, query, [.. pairs.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value))], "")
    {
    }

    /// <summary>The first value of a key; null when there is none.</summary>
    public string? Value(string key) => Values(key).FirstOrDefault();

    /// <summary>All values of a key: the groups of <see cref="XmppQuery.Roster"/>.</summary>
    public IEnumerable<string> Values(string key) => Pairs.Where(pair => pair.Key == key).Select(static pair => pair.Value);

    /// <summary>Reads a URI or an IRI.</summary>
    /// <returns>Null when it is none, or its address is none.</returns>
    public static XmppUri? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || text.Any(IsExcluded))
            return null;
        (string rest, string? fragment) = Cut(text[Scheme.Length..], '#');
        (string hierarchy, string? query) = Cut(rest, '?');
        (string? authority, string? address) = (null, hierarchy);
        if (hierarchy.StartsWith("//", StringComparison.Ordinal))
            (authority, address) = Cut(hierarchy[2..], '/');
        string[] parts = (query ?? "").Split(';');
        Jid? authorityJid = authority == null ? null : ReadAddress(authority);
        Jid? addressJid = string.IsNullOrEmpty(address) ? null : ReadAddress(address);
        bool isWrong = authority == null
            ? addressJid == null
            : authorityJid is not { HasLocal: true, HasResource: false } || (address?.Length > 0 && addressJid == null);
        if (isWrong || Decode(parts[0]) is not { } type || Decode(fragment ?? "") is not { } decodedFragment)
            return null;
        return ReadPairs(parts[1..]) is { } pairs ? new XmppUri(authorityJid, addressJid, type, pairs, decodedFragment) : null;
    }

    /// <summary>The URI, in ASCII (RFC 5122 §2.7).</summary>
    public override string ToString() => Write(isIri: false);

    /// <summary>The IRI, for people to read: letters of other scripts stand for themselves.</summary>
    public string ToIri() => Write(isIri: true);

    static (string Before, string? After) Cut(string text, char at) =>
        text.IndexOf(at) is var found and >= 0 ? (text[..found], text[(found + 1)..]) : (text, null);

    static bool IsExcluded(char c) => c <= ' ' || c == '\x7F' || Excluded.Contains(c);

    static Jid? ReadAddress(string text)
    {
        // The parts are told apart before anything is decoded: %40 and %2F belong to a part.
        (string bare, string? resource) = Cut(text, '/');
        (string first, string? second) = Cut(bare, '@');
        string?[] parts = [Decode(first), second == null ? "" : Decode(second), resource == null ? "" : Decode(resource)];
        if (parts.Contains(null) || parts[0]!.AsSpan().IndexOfAny('/', '@') >= 0 || parts[1]!.AsSpan().IndexOfAny('/', '@') >= 0)
            return null;
        return Jid.Parse(parts[0] + (second == null ? "" : "@" + parts[1]) + (resource == null ? "" : "/" + parts[2]));
    }

    static List<KeyValuePair<string, string>>? ReadPairs(string[] parts)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (string part in parts)
        {
            (string key, string? value) = Cut(part, '=');
            if (key.Length == 0 || Decode(key) is not { } decodedKey || Decode(value ?? "") is not { } decodedValue)
                return null;
            pairs.Add(new(decodedKey, decodedValue));
        }

        return pairs;
    }

    static string? Decode(string text)
    {
        if (!text.Contains('%'))
            return text;
        try
        {
            byte[] bytes = Utf8.GetBytes(text);
            int length = 0;
            for (int i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] != '%')
                    bytes[length++] = bytes[i];
                else if (i + 2 >= bytes.Length || !char.IsAsciiHexDigit((char)bytes[i + 1]) || !char.IsAsciiHexDigit((char)bytes[i + 2]))
                    return null;
                else
                    bytes[length++] = Convert.FromHexString([(char)bytes[++i], (char)bytes[++i]])[0];
            }

            return Utf8.GetString(bytes, 0, length);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    string Write(bool isIri)
    {
        var text = new StringBuilder(Scheme);
        if (Authority != null)
            text.Append("//").Append(Encode(Authority, isIri));
        if (Authority != null && Address != null)
            text.Append('/');
        if (Address != null)
            text.Append(Encode(Address, isIri));
        if (Query.Length > 0 || Pairs.Count > 0)
            text.Append('?').Append(Encode(Query, "", isIri));
        foreach ((string key, string value) in Pairs)
            text.Append(';').Append(Encode(key, "", isIri)).Append('=').Append(Encode(value, "", isIri));
        if (Fragment.Length > 0)
            text.Append('#').Append(Encode(Fragment, AllowedInFragment, isIri));
        return text.ToString();
    }

    static string Encode(Jid jid, bool isIri) =>
        (jid.HasLocal ? Encode(jid.Local, AllowedInLocal, isIri) + "@" : "") + Encode(jid.Domain, AllowedInHost, isIri)
        + (jid.HasResource ? "/" + Encode(jid.Resource, AllowedInResource, isIri) : "");

    static string Encode(string text, string allowed, bool isIri)
    {
        var encoded = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isPlain = rune.IsAscii
                ? char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~".Contains((char)rune.Value) || allowed.Contains((char)rune.Value)
                : isIri && Rune.IsLetterOrDigit(rune);
            if (isPlain)
                encoded.Append(rune.ToString());
            else
                foreach (byte b in bytes[..rune.EncodeToUtf8(bytes)])
                    encoded.Append('%').Append(b.ToString("X2"));
        }

        return encoded.ToString();
    }
}
