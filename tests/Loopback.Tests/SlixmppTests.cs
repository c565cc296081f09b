using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>A client that others have written gets along with the server: slixmpp, from the distribution.</summary>
[TestClass]
public sealed class SlixmppTests
{
    const string Python = "/usr/bin/python3";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(false, "SCRAM-SHA-256")]
    [DataRow(true, "SCRAM-SHA-1")]
    public async Task TwoClientsBecomeContactsAndTalk(bool directTls, string mechanism)
    {
        await RequireSlixmppAsync();
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { Mechanisms = [mechanism], Log = TestContext.WriteLine });
        string authority = Path.GetTempFileName();
        try
        {
            server.Authority.WriteTo(authority);
            string port = (directTls ? server.DirectTlsPort : server.StartTlsPort).ToString();
            string script = Path.Combine(AppContext.BaseDirectory, "Slixmpp", "two_clients.py");
            string output = await RunAsync(script, port, authority, directTls ? "direct" : "starttls");

            Assert.AreEqual(
                $"""
                a online a@localhost/one {mechanism} TLSv1.3
                a sees a@localhost/one available here
                b online b@localhost/two {mechanism} TLSv1.3
                b sees b@localhost/two available here
                roster Bee ['Devices'] both
                a sees b@localhost/two available here
                b sees a@localhost/one available here
                a sees b@localhost/two away 21.4 °C
                b sees message a@localhost/one status <&>
                a sees message b@localhost/two fine
                ping True True
                version Presentity Loopback
                disco server:im
                a sees b@localhost/two unavailable

                """,
                output);
            await TestServer.EventuallyAsync(() => server.ConnectionCount == 0, "Both have gone.");
        }
        finally
        {
            File.Delete(authority);
        }
    }

    async Task RequireSlixmppAsync()
    {
        if (File.Exists(Python) && await ExitCodeAsync("-c", "import slixmpp") == 0)
            return;
        const string Missing = "slixmpp is missing: apt-get install python3-slixmpp";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Missing);
        Assert.Inconclusive(Missing);
    }

    async Task<int> ExitCodeAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.CancellationToken);
        return process.ExitCode;
    }

    async Task<string> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            string output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            Assert.AreEqual(0, process.ExitCode, output + await errors);
            return output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(Python, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["PYTHONIOENCODING"] = "utf-8" },
    })!;
}
