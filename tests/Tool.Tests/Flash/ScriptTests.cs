using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Tool.Tests.Flash;

/// <summary>flash.ps1 in a real PowerShell: what it hands on, and what it ends with.</summary>
[TestClass]
public sealed class ScriptTests : IDisposable
{
    readonly Bench bench = new();

    public required TestContext TestContext { get; init; }

    public void Dispose() => bench.Dispose();

    [TestMethod]
    public async Task EveryParameterIsHandedOn()
    {
        NanoffPackage.Write(bench.Folder);
        File.Copy(bench.Config, Path.Combine(bench.Folder, "my device.conf"));
        using ToolProcess script = await RunAsync(
            "-Board", "esp32devkit", "-Port", bench.Port, "-Config", "my device.conf", "-Image", bench.Image, "-FirmwareVersion", "1.17.0.334", "-MassErase");
        Assert.AreEqual(0, script.ExitCode, script.Output + string.Join('\n', script.Errors));
        Assert.AreEqual("--target ESP32_REV3 --serialport PORT --update --verbosity minimal --fwversion 1.17.0.334 --masserase", bench.Calls[0]);
        Assert.HasCount(6, bench.Calls);
        Assert.Contains("copying my device.conf as I:\\device.conf", script.Output);
        Assert.DoesNotContain("secret", script.Output + string.Join('\n', bench.Calls));
        Assert.IsEmpty(bench.Left);
        bench.Fail("deploy", "E2002");
        using ToolProcess failed = await RunAsync(
            "-Board", "Esp32DevKit", "-Port", bench.Port, "-Config", bench.Config, "-Image", bench.Image, "-SkipFirmware", "-SkipNetwork");
        Assert.AreEqual(6, failed.ExitCode, string.Join('\n', failed.Errors));
        Assert.HasCount(1, failed.Errors);
        Assert.Contains("the application is not deployed", failed.Errors[0]);
        Assert.IsFalse(bench.Calls.Skip(6).Any(call => call.Contains("--update") || call.Contains("--networkdeployment")));
    }

    [TestMethod]
    public async Task WhatIfRunsNothing()
    {
        using ToolProcess script = await RunAsync("-Board", "Esp32DevKit", "-Config", bench.Config, "-WhatIf");
        Assert.AreEqual(0, script.ExitCode, script.Output + string.Join('\n', script.Errors));
        Assert.IsEmpty(bench.Calls);
        Assert.IsFalse(Directory.Exists(Path.Combine(bench.Installed, "presentity")));
        foreach (string part in new[] { "dotnet tool install nanoff --version 2.5.162", "--listports", "-p:NanoPackages=true", "--update", "--deploy" })
            Assert.Contains(part, script.Output);
        Assert.DoesNotContain("secret", script.Output);
    }

    [TestMethod]
    [DataRow("", 2, "--board: say which board; there is Esp32C3, Esp32DevKit,")]
    [DataRow("-Board Esp32DevKit -Frob x", 1, "parameter name 'Frob'")]
    public async Task AWrongParameterIsOneLine(string parameters, int code, string said)
    {
        using ToolProcess script = await RunAsync(parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.AreEqual(code, script.ExitCode, script.Output + string.Join('\n', script.Errors));
        Assert.HasCount(1, script.Errors, string.Join('\n', script.Errors));
        Assert.Contains(said, script.Errors[0]);
    }

    async Task<ToolProcess> RunAsync(params string[] parameters)
    {
        Dictionary<string, string> environment = bench.Environment();
        environment["NO_COLOR"] = "1";
        // The script builds the tool, for which the machine's packages are wanted.
        environment.Remove("NUGET_PACKAGES");
        return await ToolProcess.RunAsync(
            PowerShell(), ["-NoProfile", "-File", Path.Combine(Repository(), "flash.ps1"), .. parameters], environment, bench.Folder, TimeSpan.FromMinutes(5));
    }

    /// <summary>The one that install-pwsh.sh has installed, or one on the path; CI must have it.</summary>
    static string PowerShell()
    {
        string name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        string[] folders = [Path.Combine(Repository(), "tests", "Tool.Tests", "obj", "pwsh"), .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];
        string? found = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        const string Lacking = "Tests of flash.ps1 need PowerShell 7: run tests/Tool.Tests/install-pwsh.sh.";
        if (found == null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Lacking);
        if (found == null)
            Assert.Inconclusive(Lacking);
        return found!;
    }

    static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Embedded.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
