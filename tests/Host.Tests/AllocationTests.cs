using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Host.Tests;

/// <summary>A connection that lives for months makes no garbage in the thread that uses it.</summary>
[TestClass]
public sealed class AllocationTests(TestContext context)
{
    const int WarmUp = 2000, Rounds = 700;

    readonly byte[] buffer = new byte[1024];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Writing_and_reading_make_no_object_each_time(bool tls)
    {
        using var link = new Link(tls);
        Task echo = Task.Run(() => Echo(link.Peer));
        // Under TLS the state of a read is pooled by .NET per core, which misses now and then.
        Measure(tls ? "TLS, write and read" : "plaintext, write and read", mostPerRound: tls ? 100 : 1, () =>
        {
            link.Transport.Write(buffer, 0, 200);
            for (int have = 0; have < 200;)
                have += link.Transport.Read(buffer, 0, buffer.Length, Link.Enough);
        });
        link.Transport.Close();
        await echo;
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Waiting_in_vain_makes_no_object_each_time(bool tls)
    {
        using var link = new Link(tls);
        Measure(tls ? "TLS, time-out" : "plaintext, time-out", mostPerRound: 1, () =>
        {
            link.Transport.Read(buffer, 0, buffer.Length, 1);
            link.Transport.Wake();
            link.Transport.Read(buffer, 0, buffer.Length, 1);
        });
    }

    void Measure(string what, int mostPerRound, Action round)
    {
        // The first rounds are compiled, and fill the pools of .NET.
        for (int i = 0; i < WarmUp; i++)
            round();
        long bytes = Allocation.Least(() =>
        {
            for (int i = 0; i < Rounds; i++)
                round();
        });
        context.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {bytes} bytes in {Rounds} rounds"));
        Assert.IsLessThan(mostPerRound * Rounds, bytes);
    }

    static void Echo(Stream peer)
    {
        var bytes = new byte[1024];
        try
        {
            for (int read; (read = peer.Read(bytes)) > 0;)
                peer.Write(bytes, 0, read);
        }
        catch (IOException)
        {
            // The test is over.
        }
    }
}
