using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Servers as tests want them.</summary>
static class TestServer
{
    /// <summary>Starts a server with the accounts a, b and c, whose passwords are a-pass, b-pass and c-pass.</summary>
    public static LoopbackServer Start(LoopbackOptions? options = null)
    {
        var server = new LoopbackServer(options ?? new LoopbackOptions { ScramIterations = 10 });
        foreach (string user in (string[])["a", "b", "c"])
            server.AddAccount(user, user + "-pass");
        server.Start();
        return server;
    }

    /// <summary>Starts a server whose accounts a and b see each other.</summary>
    public static LoopbackServer StartWithFriends(LoopbackOptions? options = null)
    {
        LoopbackServer server = Start(options);
        server.Subscribe("a", "b");
        return server;
    }

    public static async Task EventuallyAsync(Func<bool> holds, string what)
    {
        for (int i = 0; i < 500 && !holds(); i++)
            await Task.Delay(10);
        Assert.IsTrue(holds(), what);
    }
}
