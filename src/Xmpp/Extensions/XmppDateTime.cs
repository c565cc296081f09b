using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Dates and times as XMPP writes them (XEP-0082): <c>2026-11-22T23:09:45Z</c>.</summary>
public static partial class XmppDateTime
{
    /// <summary>Writes a moment; the writer is inside an attribute or text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z; not negative.</param>
    public static void Write(XmlWriter writer, long unixSeconds)
    {
        int days = (int)(unixSeconds / 86400);
        int seconds = (int)(unixSeconds % 86400);

        // Years that begin in March, so that the leap day is a year's last: 146,097 days are 400 years.
        int day = days + 719468;
        int era = day / 146097;
        int ofEra = day % 146097;
        int year = (ofEra - (ofEra / 1460) + (ofEra / 36524) - (ofEra / 146096)) / 365;
        int ofYear = ofEra - ((365 * year) + (year / 4) - (year / 100));
        int march = ((5 * ofYear) + 2) / 153;
        int month = march < 10 ? march + 3 : march - 9;
        writer.WritePadded(year + (era * 400) + (month <= 2 ? 1 : 0), 4);
        writer.Byte('-');
        writer.WritePadded(month, 2);
        writer.Byte('-');
        writer.WritePadded(ofYear - (((153 * march) + 2) / 5) + 1, 2);
        writer.Byte('T');
        writer.WritePadded(seconds / 3600, 2);
        writer.Byte(':');
        writer.WritePadded(seconds / 60 % 60, 2);
        writer.Byte(':');
        writer.WritePadded(seconds % 60, 2);
        writer.Byte('Z');
    }
}
