using System.Text;

namespace Presentity.Xmpp;

/// <summary>An XMPP address, <c>local@domain/resource</c> (RFC 7622). Made when something keeps it, never per stanza.</summary>
/// <remarks>Reading one on the desktop prepares it (<c>Jid.Desktop.cs</c>); on the chip it is taken as the server stamps it, with the
/// ASCII letters of local part and domain in lower case. Comparing folds those letters and nothing else, on both, and makes nothing:
/// preparation of what is on the wire is the server's.</remarks>
public sealed partial class Jid
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

    /// <summary>The resource, made anew; empty when there is none.</summary>
    public string Resource => HasResource ? Encoding.UTF8.GetString(Bytes, BareLength + 1, Bytes.Length - BareLength - 1) : "";

    /// <summary>The address as a string, made anew.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes, 0, Bytes.Length);

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
