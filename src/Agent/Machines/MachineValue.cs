using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Values as programs write them.</summary>
static class MachineValue
{
    /// <summary>Reads <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
    internal static bool TryGetBoolean(XmlCursor cursor, int slot, out int value)
    {
        int word = cursor.Word(slot);
        value = word == Word.True ? 1 : 0;
        return word == Word.True || word == Word.False
            || (cursor.Length(slot) == 1 && cursor.TryGetInteger(slot, out value) && value <= 1);
    }

    /// <summary>Reads a whole number, which may have decimals if they are all zero: <c>40.0</c> is what a program makes of 40.</summary>
    internal static bool TryGetWhole(XmlCursor cursor, int slot, bool mayHaveDecimals, out int value)
    {
        if (cursor.TryGetInteger(slot, out value))
            return true;
        int at = cursor.Start(slot);
        int end = at + cursor.Length(slot);
        int digits = 0;
        int whole = 0;
        for (; at < end && cursor.Bytes[at] >= '0' && cursor.Bytes[at] <= '9' && digits < 9; digits++)
            whole = (whole * 10) + cursor.Bytes[at++] - '0';
        if (!mayHaveDecimals || digits == 0 || end - at < 2 || cursor.Bytes[at] != '.')
            return false;
        for (at++; at < end; at++)
            if (cursor.Bytes[at] != '0')
                return false;
        value = whole;
        return true;
    }
}
