using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Presentity.Host;

/// <summary>Makes a peer's text fit for a log: what begins a line, moves the cursor or turns the writing round is shown, not done.</summary>
static class LogText
{
    /// <summary>Appends text; <c>\n</c>, <c>\r</c>, <c>\t</c> and <c>\u{1B}</c> stand for what cannot be printed.</summary>
    public static void Append(StringBuilder to, string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
            Append(to, rune);
    }

    /// <summary>Appends UTF-8, which may be cut anywhere; <c>\xE2</c> stands for a byte that is no character.</summary>
    public static void Append(StringBuilder to, ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(utf8, out Rune rune, out int length);
            if (status == OperationStatus.Done)
                Append(to, rune);
            else
                foreach (byte lost in utf8[..length])
                    to.Append(CultureInfo.InvariantCulture, $"\\x{lost:X2}");
            utf8 = utf8[length..];
        }
    }

    static void Append(StringBuilder to, Rune rune)
    {
        if (IsPrintable(Rune.GetUnicodeCategory(rune)))
            to.Append(rune.ToString());
        else
            _ = rune.Value switch
            {
                '\n' => to.Append("\\n"),
                '\r' => to.Append("\\r"),
                '\t' => to.Append("\\t"),
                _ => to.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}"),
            };
    }

    // Format characters (Cf) are the marks that reverse the direction of writing, and the invisible ones.
    static bool IsPrintable(UnicodeCategory category) => category
        is not UnicodeCategory.Control
        and not UnicodeCategory.Format
        and not UnicodeCategory.LineSeparator
        and not UnicodeCategory.ParagraphSeparator
        and not UnicodeCategory.Surrogate
        and not UnicodeCategory.PrivateUse
        and not UnicodeCategory.OtherNotAssigned;
}
