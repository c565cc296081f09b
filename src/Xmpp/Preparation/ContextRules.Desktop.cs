namespace Presentity.Xmpp;

/// <summary>Whether a code point's neighbours allow it: the rules of RFC 5892 Appendix A.</summary>
static class ContextRules
{
    /// <summary>The rule of one code point of class <see cref="CodePointClass.Contextual"/>.</summary>
    /// <param name="text">The label, or the whole text, as code points.</param>
    /// <param name="at">Where in it the code point stands.</param>
    public static bool Allow(int[] text, int at) => text[at] switch
    {
        0x200C => IsAfterVirama(text, at) || IsBetweenJoining(text, at),
        0x200D => IsAfterVirama(text, at),
        0xB7 => At(text, at - 1) == 'l' && At(text, at + 1) == 'l',
        0x375 => UnicodeTable.Current.Has("script-Greek", At(text, at + 1)),
        0x5F3 or 0x5F4 => UnicodeTable.Current.Has("script-Hebrew", At(text, at - 1)),
        0x30FB => HasJapanese(text),
        >= 0x660 and <= 0x669 => !HasAny(text, 0x6F0, 0x6F9),
        >= 0x6F0 and <= 0x6F9 => !HasAny(text, 0x660, 0x669),
        _ => false,
    };

    static int At(int[] text, int at) => at >= 0 && at < text.Length ? text[at] : -1;

    static bool IsAfterVirama(int[] text, int at) => UnicodeTable.Current.Has("virama", At(text, at - 1));

    /// <summary>A letter that joins to the left of it before, one that joins to the right of it behind, transparent ones between.</summary>
    static bool IsBetweenJoining(int[] text, int at)
    {
        UnicodeTable table = UnicodeTable.Current;
        int before = at - 1;
        while (table.Has("joining-T", At(text, before)))
            before--;
        int after = at + 1;
        while (table.Has("joining-T", At(text, after)))
            after++;
        return (table.Has("joining-L", At(text, before)) || table.Has("joining-D", At(text, before)))
            && (table.Has("joining-R", At(text, after)) || table.Has("joining-D", At(text, after)));
    }

    static bool HasJapanese(int[] text)
    {
        UnicodeTable table = UnicodeTable.Current;
        foreach (int codePoint in text)
            if (table.Has("script-Hiragana", codePoint) || table.Has("script-Katakana", codePoint) || table.Has("script-Han", codePoint))
                return true;
        return false;
    }

    static bool HasAny(int[] text, int first, int last)
    {
        foreach (int codePoint in text)
            if (codePoint >= first && codePoint <= last)
                return true;
        return false;
    }
}
