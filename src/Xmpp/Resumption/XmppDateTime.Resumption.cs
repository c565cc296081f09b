namespace Presentity.Xmpp;

/// <summary>Dates and times that a server writes.</summary>
public static partial class XmppDateTime
{
    /// <summary>Reads a moment in UTC to the minute, which is enough for an expiry: <c>2026-11-22T23:09:45Z</c>.</summary>
    /// <returns>Seconds since 1970-01-01T00:00:00Z, those of the minute not counted; 0 when it is something else.</returns>
    internal static long Read(string text)
    {
        if (text.Length < 20 || text[text.Length - 1] != 'Z' || text[10] != 'T'
            || !int.TryParse(text.Substring(0, 4), out int year) || !int.TryParse(text.Substring(5, 2), out int month)
            || !int.TryParse(text.Substring(8, 2), out int day) || !int.TryParse(text.Substring(11, 2), out int hour)
            || !int.TryParse(text.Substring(14, 2), out int minute))
            return 0;
        // As in Write: years that begin in March.
        if (month <= 2)
        {
            month += 12;
            year--;
        }

        long days = (365 * year) + (year / 4) - (year / 100) + (year / 400) + (((153 * (month - 3)) + 2) / 5) + day - 719469;
        return (((days * 24) + hour) * 60 + minute) * 60;
    }
}
