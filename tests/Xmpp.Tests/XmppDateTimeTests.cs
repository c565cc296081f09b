using System;
using System.Globalization;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>Dates as XEP-0082 writes them, with .NET's calendar as the measure.</summary>
[TestClass]
public sealed class XmppDateTimeTests
{
    readonly XmlWriter writer = new(64, Vocabulary.Create());

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
        for (int day = 0; day < 182622; day++)
        {
            long seconds = (day * 86400L) + (day * 7919L % 86400);
            string expected = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Assert.AreEqual(expected, Write(seconds));
        }
    }

    [TestMethod]
    public void Every_second_of_a_day()
    {
        for (long seconds = 1795305600; seconds < 1795305600 + 86400; seconds++)
        {
            string expected = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Assert.AreEqual(expected, Write(seconds));
        }
    }

    string Write(long unixSeconds)
    {
        writer.Clear();
        XmppDateTime.Write(writer, unixSeconds);
        return Encoding.ASCII.GetString(writer.Buffer, 0, writer.Length);
    }
}
