using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Agent.Tests;

/// <summary>When a reading is worth telling.</summary>
[TestClass]
public sealed class PublishingPolicyTests
{
    [TestMethod]
    [DataRow(0, 0, false, 214, 214, false)]
    [DataRow(0, 0, false, 214, 215, true)]
    [DataRow(5, 1, false, 214, 218, false)]
    [DataRow(5, 1, false, 214, 219, true)]
    [DataRow(5, 1, false, 214, 209, true)]
    [DataRow(5, 1, false, -3, 2, true)]
    [DataRow(5, 1, false, -3, 1, false)]
    [DataRow(1, 0, false, 214, 223, false)]
    [DataRow(1, 0, false, 214, 224, true)]
    [DataRow(10, 0, true, 200, 219, false)]
    [DataRow(10, 0, true, 200, 220, true)]
    [DataRow(10, 0, true, -200, -181, false)]
    [DataRow(10, 0, true, -200, -180, true)]
    [DataRow(25, 1, true, 1000, 1024, false)]
    [DataRow(25, 1, true, 1000, 1025, true)]
    [DataRow(10, 0, true, 0, 1, true)]
    [DataRow(1, 0, false, int.MinValue, int.MaxValue, true)]
    [DataRow(100, 0, true, int.MaxValue, int.MinValue, true)]
    public void DeadBand(int band, int decimals, bool percent, int told, int now, bool due)
    {
        PublishingPolicy policy = new() { DeadBand = band, DeadBandDecimals = decimals, IsPercent = percent };
        Assert.AreEqual(due, policy.IsDue(Number(told), 60_000, Number(now)));
    }

    [TestMethod]
    [DataRow(29_999L, false)]
    [DataRow(30_000L, true)]
    public void MinimumIntervalHoldsNumbersBack(long agoMs, bool due) =>
        Assert.AreEqual(due, new PublishingPolicy().IsDue(Number(1), agoMs, Number(2)));

    [TestMethod]
    [DataRow(900_000, 899_999L, false)]
    [DataRow(900_000, 900_000L, true)]
    [DataRow(0, long.MaxValue / 4, false)]
    public void HeartbeatTellsWhatHasNotMoved(int heartbeatMs, long agoMs, bool due) =>
        Assert.AreEqual(due, new PublishingPolicy { HeartbeatMs = heartbeatMs }.IsDue(Number(1), agoMs, Number(1)));

    [TestMethod]
    public void WhetherThereIsAValueIsToldAtOnce()
    {
        Reading none = new();
        Assert.IsTrue(new PublishingPolicy().IsDue(Number(1), 0, none));
        Assert.IsTrue(new PublishingPolicy().IsDue(none, 0, Number(1)));
        Assert.IsFalse(new PublishingPolicy { HeartbeatMs = 0 }.IsDue(none, 1_000_000, none));
    }

    [TestMethod]
    public void BooleansAreToldAtOnceAndKnowNoDeadBand()
    {
        Assert.IsTrue(new PublishingPolicy { DeadBand = 5 }.IsDue(Boolean(false), 0, Boolean(true)));
        Assert.IsFalse(new PublishingPolicy { HeartbeatMs = 0 }.IsDue(Boolean(true), 1_000_000, Boolean(true)));
    }

    static Reading Number(int tenths)
    {
        Reading reading = new();
        reading.SetNumber(tenths, 1);
        return reading;
    }

    static Reading Boolean(bool value)
    {
        Reading reading = new();
        reading.SetBoolean(value);
        return reading;
    }
}
