using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Dates and times as others write them.</summary>
public static partial class XmppDateTime
{
    /// <summary>Reads a moment: <c>2026-11-22T23:09:45Z</c>, with decimals of the second, which are left out, or with an offset.</summary>
    /// <param name="value">Where it stands.</param>
    /// <param name="slot">Its slot.</param>
    /// <returns>Seconds since 1970-01-01T00:00:00Z; -1 for what is no moment, or before then.</returns>
    public static long Read(XmlCursor value, int slot)
    {
        byte[] bytes = value.Bytes;
        int at = value.Start(slot);
        int end = at + value.Length(slot);
        if (end - at < 20 || bytes[at + 4] != '-' || bytes[at + 7] != '-' || bytes[at + 10] != 'T' || bytes[at + 13] != ':' || bytes[at + 16] != ':')
            return -1;
        int year = (Number(bytes, at) * 100) + Number(bytes, at + 2);
        int month = Number(bytes, at + 5);
        int day = Number(bytes, at + 8);
        int hour = Number(bytes, at + 11);
        int minute = Number(bytes, at + 14);
        int second = Number(bytes, at + 17);
        if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23 || minute < 0 || minute > 59
            || second < 0 || second > 60)
            return -1;
        at += 19;
        if (bytes[at] == '.')
            for (at++; at < end && bytes[at] >= '0' && bytes[at] <= '9';)
                at++;
        int offset = 0;
        if (end - at == 6 && (bytes[at] == '+' || bytes[at] == '-') && bytes[at + 3] == ':')
        {
            int minutes = Number(bytes, at + 4);
            offset = (Number(bytes, at + 1) * 60) + minutes;
            if (offset < 0 || minutes < 0 || minutes > 59)
                return -1;
            if (bytes[at] == '-')
                offset = -offset;
        }
        else if (end - at != 1 || bytes[at] != 'Z')
        {
            return -1;
        }

        // As in Write: years that begin in March.
        int march = month > 2 ? month - 3 : month + 9;
        if (month <= 2)
            year--;
        int days = (365 * year) + (year / 4) - (year / 100) + (year / 400) + (((153 * march) + 2) / 5) + day - 1 - 719468;
        return (days * 86400L) + (hour * 3600) + (minute * 60) + second - (offset * 60);
    }

    /// <summary>Two digits; far below zero for anything else.</summary>
    static int Number(byte[] bytes, int at)
    {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10000 : (tens * 10) + ones;
    }
}
