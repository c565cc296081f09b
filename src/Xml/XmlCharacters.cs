namespace Presentity.Xml;

/// <summary>What each byte, and each character beyond ASCII, may be in XML 1.0 (fifth edition).</summary>
static class XmlCharacters
{
    internal const byte Plain = 0;
    internal const byte Markup = 1;
    internal const byte Reference = 2;
    internal const byte Bracket = 3;
    internal const byte LineEnd = 4;
    internal const byte Multibyte = 5;
    internal const byte Illegal = 6;
    internal const byte Quote = 7;
    internal const byte Colon = 8;
    internal const byte Other = 9;

    /// <summary>What ends a run of plain bytes in text, by byte; 0 does not.</summary>
    internal static readonly byte[] Text = MakeText();

    /// <summary>What ends a run of plain bytes in an attribute's value, by byte; 0 does not.</summary>
    internal static readonly byte[] Value = MakeValue();

    /// <summary>What ends a run of name characters, by byte; 0 does not.</summary>
    internal static readonly byte[] Name = MakeName();

    /// <summary>White space: XML 1.0 §2.3 [3].</summary>
    internal static bool IsWhite(int b) => b == ' ' || b == '\n' || b == '\t' || b == '\r';

    /// <summary>Whether a name's part may begin with this ASCII byte; a colon may not (Namespaces 1.0 §3 [4]).</summary>
    internal static bool StartsName(int b) => (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';

    /// <summary>NameStartChar beyond ASCII: XML 1.0 §2.3 [4].</summary>
    internal static bool StartsWide(int c) =>
        c < 0x2000
            ? (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x300 || c >= 0x370) && c != 0x37E)
            : c < 0x3001
                ? c == 0x200C || c == 0x200D || (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF)
                : c <= 0xD7FF || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);

    /// <summary>NameChar beyond ASCII: XML 1.0 §2.3 [4a].</summary>
    internal static bool ContinuesWide(int c) =>
        c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040 || StartsWide(c);

    /// <summary>Char: XML 1.0 §2.2 [2].</summary>
    internal static bool IsCharacter(int c) =>
        c >= 0x20 ? c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF) : c == 9 || c == 10 || c == 13;

    /// <summary>Length in bytes of the name, or the part of one, that begins at <paramref name="start"/> and was found good.</summary>
    internal static int NameLength(byte[] bytes, int start)
    {
        int at = start;
        while (Name[bytes[at]] == 0 || bytes[at] >= 0x80)
            at++;
        return at - start;
    }

    static byte[] MakeText()
    {
        byte[] table = Content();
        table['\t'] = Plain;
        table['\n'] = Plain;
        table[']'] = Bracket;
        return table;
    }

    static byte[] MakeValue()
    {
        byte[] table = Content();
        table['\t'] = LineEnd;
        table['\n'] = LineEnd;
        table['"'] = Quote;
        table['\''] = Quote;
        return table;
    }

    static byte[] MakeName()
    {
        byte[] table = new byte[256];
        for (int b = 0; b < 128; b++)
            if (!StartsName(b) && (b < '0' || b > '9') && b != '-' && b != '.')
                table[b] = Other;
        table[':'] = Colon;
        for (int b = 128; b < 256; b++)
            table[b] = Multibyte;
        return table;
    }

    static byte[] Content()
    {
        byte[] table = new byte[256];
        for (int b = 0; b < 32; b++)
            table[b] = Illegal;
        table['\r'] = LineEnd;
        table['<'] = Markup;
        table['&'] = Reference;
        for (int b = 128; b < 256; b++)
            table[b] = Multibyte;
        return table;
    }
}
