using System;
using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Host.Tests;

/// <summary>The clock goes on, and knows the date.</summary>
[TestClass]
public sealed class ClockTests
{
    readonly SystemClock clock = new();

    [TestMethod]
    public void Milliseconds_pass_like_those_of_a_stopwatch()
    {
        long begin = clock.Milliseconds;
        var stopwatch = Stopwatch.StartNew();
        clock.Sleep(200);
        Assert.IsGreaterThanOrEqualTo(190, stopwatch.ElapsedMilliseconds);
        Assert.IsLessThan(40, Math.Abs(clock.Milliseconds - begin - stopwatch.ElapsedMilliseconds));
    }

    [TestMethod]
    public void Seconds_are_those_of_the_calendar() =>
        Assert.IsLessThanOrEqualTo(1, Math.Abs(clock.UnixSeconds - (long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds));
}
