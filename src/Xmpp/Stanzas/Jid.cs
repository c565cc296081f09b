using System.Text;

namespace Presentity.Xmpp;

/// <summary>An XMPP address, <c>local@domain/resource</c> (RFC 7622). Made when something keeps it, never per stanza.</summary>
/// <remarks>Compared as the server stamps it, after folding ASCII letters of local part and domain to lower case; the
/// resource is compared byte for byte. Preparation of other scripts (PRECIS) is the server's.</remarks>
public sealed class Jid
{
    const int LongestPart = 1023;

    Jid(byte[] bytes, int domainStart, int bareLength)
    {
        Bytes = bytes;
        DomainStart = domainStart;
        BareLength = bareLength;
    }

    /// <summary>The address in UTF-8. Not to be written to.</summary>
    public readonly byte[] Bytes;

    /// <summary>How many bytes the address has without its resource.</summary>
    public readonly int BareLength;

    /// <summary>Where in <see cref="Bytes"/> the domain begins; it ends at <see cref="BareLength"/>.</summary>
    public readonly int DomainStart;

    /// <summary>Whether there is a local part: an account, not a server.</summary>
    public bool HasLocal => DomainStart > 0;

    /// <summary>Whether there is a resource.</summary>
    public bool HasResource => BareLength < Bytes.Length;

    /// <summary>The local part, made anew; empty when there is none.</summary>
    public string Local => DomainStart == 0 ? "" : Encoding.UTF8.GetString(Bytes, 0, DomainStart - 1);

    /// <summary>The domain, made anew.</summary>
    public string Domain => Encoding.UTF8.GetString(Bytes, DomainStart, BareLength - DomainStart);

    /// <summary>The resource, made anew; empty when there is none.</summary>
    public string Resource => HasResource ? Encoding.UTF8.GetString(Bytes, BareLength + 1, Bytes.Length - BareLength - 1) : "";

    /// <summary>The address as a string, made anew.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes, 0, Bytes.Length);

    /// <summary>Reads an address.</summary>
    /// <returns>Null when it is none: an empty part, one of more than 1,023 bytes, or a character that RFC 7622 §3.3.1 forbids.</returns>
    public static Jid? Parse(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return Parse(bytes, 0, bytes.Length);
    }

    /// <summary>Reads an address from bytes, which are copied.</summary>
    public static Jid? Parse(byte[] source, int start, int length)
    {
        int bare = BareLengthOf(source, start, length);
        int at = -1;
        for (int i = 0; i < bare && at < 0; i++)
            if (source[start + i] == '@')
                at = i;
        int domain = at + 1;
        if (at == 0 || at > LongestPart || bare == domain || bare - domain > LongestPart)
            return null;
        if (bare < length && (bare + 1 == length || length - bare - 1 > LongestPart))
            return null;
        for (int i = 0; i < length; i++)
        {
            int c = source[start + i];
            bool bad = c < ' ' || c == 0x7F || (i < bare && (c == ' ' || c == '<' || c == '>'));
            bad |= i < domain && (c == '"' || c == '&' || c == '\'' || c == ':' || (c == '@' && i != at));
            bad |= i >= domain && i < bare && c == '@';
            if (bad)
                return null;
        }

        byte[] bytes = new byte[length];
        System.Array.Copy(source, start, bytes, 0, length);
        for (int i = 0; i < bare; i++)
            bytes[i] = (byte)Fold(bytes[i]);
        return new Jid(bytes, domain, bare);
    }

    /// <summary>Whether an address on the wire is this one, resource included.</summary>
    public bool Matches(byte[] other, int start, int length)
    {
        if (length != Bytes.Length || !MatchesBare(other, start, length))
            return false;
        for (int i = BareLength; i < length; i++)
            if (other[start + i] != Bytes[i])
                return false;
        return true;
    }

    /// <summary>Whether an address on the wire is of the same account, whatever the resources.</summary>
    public bool MatchesBare(byte[] other, int start, int length)
    {
        if (length < BareLength || (length > BareLength && other[start + BareLength] != '/'))
            return false;
        for (int i = 0; i < BareLength; i++)
            if (Fold(other[start + i]) != Bytes[i])
                return false;
        return true;
    }

    /// <summary>Whether an address on the wire is of this domain itself: no local part.</summary>
    public bool MatchesDomain(byte[] other, int start, int length)
    {
        int domainLength = BareLength - DomainStart;
        if (length != domainLength)
            return false;
        for (int i = 0; i < length; i++)
            if (Fold(other[start + i]) != Bytes[DomainStart + i])
                return false;
        return true;
    }

    /// <summary>How many of the bytes come before the resource's slash.</summary>
    public static int BareLengthOf(byte[] source, int start, int length)
    {
        for (int i = 0; i < length; i++)
            if (source[start + i] == '/')
                return i;
        return length;
    }

    static int Fold(int c) => c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}
