using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>What an attack has come to, at the device.</summary>
/// <param name="End">Why the session is over.</param>
/// <param name="Log">The device's log, as a person reads it.</param>
/// <param name="Time">From the first attempt to connect to the end.</param>
/// <param name="Allocated">Bytes that the device has made, from the login on, or from the beginning when there was none.</param>
/// <param name="WasOnline">Whether it had logged in.</param>
sealed record Ordeal(SessionEnd End, string Log, TimeSpan Time, long Allocated, bool WasOnline)
{
    // Most of it is .NET's, for a handshake and the chain of the certificate: 80,000 as measured.
    const long MostForLogin = 500_000;

    // 9,000 as measured, while the attacks send 10,000,000.
    const long MostForSession = 50_000;

    /// <summary>It has ended in the right error, said in one line, within its time and its memory.</summary>
    /// <param name="end">The error.</param>
    /// <param name="said">What the line says.</param>
    /// <param name="within">How long all of it may take.</param>
    public void AssertEnd(SessionEnd end, string said, TimeSpan? within = null)
    {
        Assert.AreEqual(end, End, Log);
        string last = Log.TrimEnd('\n').Split('\n').Last();
        StringAssert.Contains(last, "disconnected: ", Log);
        StringAssert.Contains(last, said, Log);
        Assert.IsLessThan(within ?? TimeSpan.FromSeconds(10), Time, Log);
        Assert.IsLessThan(WasOnline ? MostForSession : MostForLogin, Allocated, Log);
    }
}
