using System.Text;

namespace Presentity.Xmpp;

/// <summary>Reading addresses on the chip: the form is checked, ASCII letters are folded, the rest is left as it is.</summary>
public sealed partial class Jid
{
    /// <summary>The domain as the DNS and certificates have it, made anew: one beyond ASCII has to be configured as A-labels.</summary>
    public string HostName => Encoding.UTF8.GetString(Bytes, DomainStart, BareLength - DomainStart);

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
}
