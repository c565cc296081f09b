using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Many clients, one after another and at once, leave nothing behind.</summary>
[TestClass]
public sealed class EnduranceTests
{
    [TestMethod]
    public async Task TwoHundredConnectionsInSequenceLeakNothing()
    {
        await using LoopbackServer server = TestServer.StartWithFriends(
            new LoopbackOptions { ScramIterations = 10, CloseTimeout = TimeSpan.FromMilliseconds(300) });
        await ComeAndGoAsync(server, 20);
        long memory = Memory();
        int descriptors = Descriptors();

        await ComeAndGoAsync(server, 200);

        Assert.IsEmpty(server.Sessions);
        Assert.IsLessThan(descriptors + 10, Descriptors(), "Descriptors.");
        Assert.IsLessThan(memory + 1_000_000, Memory(), "One session alone holds more than half a megabyte.");
    }

    [TestMethod]
    public async Task ManyAtOnceAllGetTheirAnswers()
    {
        await using LoopbackServer server = TestServer.Start();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await using RawClient client = await RawClient.ConnectedAsync(server, i % 2 == 0 ? "a" : "b", "r" + i);
            await using RawClient other = await RawClient.ConnectedAsync(server, "c", "r" + i);
            for (int n = 0; n < 50; n++)
            {
                await client.WriteAsync($"<message to='c@localhost/r{i}' id='{n}'/>");
                Assert.AreEqual(n.ToString(), (string?)(await other.ReadAsync()).Attribute("id"));
            }
        }));
    }

    // Every way of going: closing the stream, closing the connection, breaking it, and an error, also before the login.
    static async Task ComeAndGoAsync(LoopbackServer server, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await using RawClient client = i % 5 == 4
                ? await RawClient.SecuredAsync(server)
                : await RawClient.OnlineAsync(server, i % 2 == 0 ? "a" : "b", "r" + i);
            if (i % 5 == 0)
                await client.WriteAsync("</stream:stream>");
            else if (i % 5 == 1)
                client.Cut();
            else if (i % 5 == 2)
                await client.WriteAsync("<<");
        }

        await TestServer.EventuallyAsync(() => server.ConnectionCount == 0, "All connections are gone.");
    }

    static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    static int Descriptors()
    {
        using var process = Process.GetCurrentProcess();
        return Directory.Exists("/proc/self/fd") ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : process.HandleCount;
    }
}
