using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Tool.Tests;

/// <summary>A client that others have written: slixmpp, from the distribution.</summary>
static class Slixmpp
{
    const string Python = "/usr/bin/python3";

    /// <summary>Fails in CI where it is missing; elsewhere the test has no result.</summary>
    internal static async Task RequireAsync()
    {
        if (File.Exists(Python) && (await StartAsync("-c", "import slixmpp")).Code == 0)
            return;
        const string Missing = "slixmpp is missing: apt-get install python3-slixmpp";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Missing);
        Assert.Inconclusive(Missing);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it printed.</returns>
    internal static async Task<string> RunAsync(string script, params string[] arguments)
    {
        (int code, string output, string errors) = await StartAsync([Path.Combine(AppContext.BaseDirectory, "Slixmpp", script), .. arguments]);
        Assert.AreEqual(0, code, output + errors);
        return output;
    }

    static async Task<(int Code, string Output, string Errors)> StartAsync(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Python, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
