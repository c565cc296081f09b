using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>Dates as XEP-0082 writes them, with the calendar of the library as the measure.</summary>
[TestClass]
public sealed class XmppDateTimeTests
{
    readonly XmlWriter writer = new XmlWriter(64, Vocabulary.Create());

    [TestMethod]
    [DataRow(0L, "1970-01-01T00:00:00Z")]
    [DataRow(951782399L, "2000-02-28T23:59:59Z")]
    [DataRow(951782400L, "2000-02-29T00:00:00Z")]
    [DataRow(1795388985L, "2026-11-22T23:09:45Z")]
    [DataRow(4107542399L, "2100-02-28T23:59:59Z")]
    [DataRow(4107542400L, "2100-03-01T00:00:00Z")]
    [DataRow(253402300799L, "9999-12-31T23:59:59Z")]
    public void Moments(long unixSeconds, string expected) => Assert.AreEqual(expected, Write(unixSeconds));

    [TestMethod]
    public void Every_day_of_five_centuries()
    {
        for (int day = 0; day < 182622; day += Scale.Of(1, 251))
        {
            long seconds = (day * 86400L) + (day * 7919L % 86400);
            Assert.AreEqual(Expected(seconds), Write(seconds));
        }
    }

    [TestMethod]
    public void Every_second_of_a_day()
    {
        for (long seconds = 1795305600; seconds < 1795305600 + 86400; seconds += Scale.Of(1, 199))
            Assert.AreEqual(Expected(seconds), Write(seconds));
    }

    [TestMethod]
    [DataRow("1970-01-01T00:01:59Z", 60L)]
    [DataRow("2000-02-29T00:00:00Z", 951782400L)]
    [DataRow("2026-11-22T23:09:45Z", 1795388940L)]
    [DataRow("2026-11-22T23:09:45.123456Z", 1795388940L)]
    [DataRow("2100-03-01T00:00:00Z", 4107542400L)]
    [DataRow("2026-11-22T23:09:45+01:00", 0L)]
    [DataRow("2026-11-22 23:09:45Z", 0L)]
    [DataRow("2026-11-22T23:09Z", 0L)]
    [DataRow("tomorrow at ten o'clock Z", 0L)]
    [DataRow("", 0L)]
    public void Expiries_are_read_to_the_minute(string text, long expected) => Assert.AreEqual(expected, XmppDateTime.Read(text));

    [TestMethod]
    public void Days_that_are_written_are_read()
    {
        for (long day = 0; day < 182622; day += Scale.Of(1, 251))
            Assert.AreEqual(day * 86400, XmppDateTime.Read(Write(day * 86400)));
    }

    static string Expected(long unixSeconds)
    {
        DateTime time = new DateTime(1970, 1, 1).AddSeconds(unixSeconds);
        return time.Year.ToString("D4") + "-" + time.Month.ToString("D2") + "-" + time.Day.ToString("D2")
            + "T" + time.Hour.ToString("D2") + ":" + time.Minute.ToString("D2") + ":" + time.Second.ToString("D2") + "Z";
    }

    string Write(long unixSeconds)
    {
        writer.Clear();
        XmppDateTime.Write(writer, unixSeconds);
        return Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length);
    }

    [TestMethod]
    [DataRow("1970-01-01T00:00:00Z", 0L)]
    [DataRow("2000-02-29T00:00:00Z", 951782400L)]
    [DataRow("2026-11-22T23:09:45Z", 1795388985L)]
    [DataRow("2026-11-22T23:09:45.999Z", 1795388985L)]
    [DataRow("2026-11-23T00:09:45+01:00", 1795388985L)]
    [DataRow("2026-11-22T17:39:45.1-05:30", 1795388985L)]
    [DataRow("2100-03-01T00:00:00Z", 4107542400L)]
    [DataRow("9999-12-31T23:59:59Z", 253402300799L)]
    [DataRow("", -1L)]
    [DataRow("2026-11-22", -1L)]
    [DataRow("2026-11-22T23:09:45", -1L)]
    [DataRow("2026-11-22T23:09:45z", -1L)]
    [DataRow("2026-11-22T23:09:45ZZ", -1L)]
    [DataRow("2026-11-22T23:09:45.", -1L)]
    [DataRow("2026-11-22T23:09:45+0100", -1L)]
    [DataRow("2026-11-22T23:09:45+0x:00", -1L)]
    [DataRow("2026-11-22T23:09:45+10:x0", -1L)]
    [DataRow("2026-11-22T23:09:45-10:60", -1L)]
    [DataRow("2026-13-22T23:09:45Z", -1L)]
    [DataRow("2026-00-22T23:09:45Z", -1L)]
    [DataRow("2026-11-32T23:09:45Z", -1L)]
    [DataRow("2026-11-22T24:09:45Z", -1L)]
    [DataRow("2026-11-22T23:60:45Z", -1L)]
    [DataRow("2026-11-22T23:09:61Z", -1L)]
    [DataRow("-026-11-22T23:09:45Z", -1L)]
    [DataRow("1969-12-31T23:59:59Z", -1L)]
    [DataRow("20261122T23:09:45Z  ", -1L)]
    [DataRow("yesterday, I think, it was", -1L)]
    public void Moments_are_read(string text, long expected) => Assert.AreEqual(expected, Read(text));

    [TestMethod]
    public void What_is_written_is_read()
    {
        for (int day = 0; day < 182622; day += Scale.Of(7, 2510))
        {
            long seconds = (day * 86400L) + (day * 7919L % 86400);
            Assert.AreEqual(seconds, Read(Write(seconds)));
        }
    }

    static long Read(string text)
    {
        XmlTokenizer tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary.Create());
        byte[] bytes = Encoding.UTF8.GetBytes("<s><t x='" + text + "'/>");
        tokenizer.Feed(bytes, 0, bytes.Length);
        tokenizer.Read();
        tokenizer.Read();
        XmlCursor cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return XmppDateTime.Read(cursor, cursor.Attribute(Word.X));
    }
}
