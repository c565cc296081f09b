using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xml.Tests;

/// <summary>Numbers without strings.</summary>
[TestClass]
public sealed class WriterNumberTests
{
    readonly XmlWriter writer = new(40, new XmlVocabulary(""));

    [TestMethod]
    [DataRow(0L, "0")]
    [DataRow(7L, "7")]
    [DataRow(-1L, "-1")]
    [DataRow(1000L, "1000")]
    [DataRow(long.MaxValue, "9223372036854775807")]
    [DataRow(long.MinValue, "-9223372036854775808")]
    public void WritesIntegers(long value, string written)
    {
        writer.WriteNumber(value);
        Assert.AreEqual(written, Written());
    }

    [TestMethod]
    [DataRow(214L, 1, "21.4")]
    [DataRow(5L, 1, "0.5")]
    [DataRow(-5L, 2, "-0.05")]
    [DataRow(0L, 2, "0.00")]
    [DataRow(100L, 2, "1.00")]
    [DataRow(-12345L, 0, "-12345")]
    [DataRow(long.MinValue, 18, "-9.223372036854775808")]
    [DataRow(1L, 18, "0.000000000000000001")]
    public void WritesScaledIntegers(long value, int decimals, string written)
    {
        writer.WriteDecimal(value, decimals);
        Assert.AreEqual(written, Written());
    }

    [TestMethod]
    [DataRow(7, 2, "07")]
    [DataRow(0, 4, "0000")]
    [DataRow(2026, 4, "2026")]
    [DataRow(12026, 4, "2026")]
    [DataRow(123456789, 9, "123456789")]
    public void WritesWithLeadingZeros(int value, int width, string written)
    {
        writer.WritePadded(value, width);
        Assert.AreEqual(written, Written());
    }

    string Written() => Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length);
}
