using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Agent.Tests;

/// <summary>Times as people say them.</summary>
[TestClass]
public sealed class DurationTests
{
    /// <summary>Who asks for 10 min is told 10 min, though a millisecond has gone by when he is answered.</summary>
    [TestMethod]
    [DataRow(0, "0 s")]
    [DataRow(1_499, "1 s")]
    [DataRow(59_999, "60 s")]
    [DataRow(119_499, "119 s")]
    [DataRow(119_999, "2 min")]
    [DataRow(599_999, "10 min")]
    [DataRow(569_000, "9 min")]
    [DataRow(7_199_999, "2 h")]
    [DataRow(86_399_999, "24 h")]
    [DataRow(3 * 86_400_000L - 1, "3 days")]
    public void ToTheNearest(long milliseconds, string text) => Assert.AreEqual(text, DeviceStatus.Duration(milliseconds));
}
