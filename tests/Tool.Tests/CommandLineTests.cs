using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Tool.Tests;

/// <summary>What the command line says to those who do not know it.</summary>
[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("frob")]
    [DataRow("run")]
    [DataRow("run --config a.conf --frob")]
    [DataRow("demo --script")]
    public async Task FaultIsOneLine(string arguments)
    {
        using ToolProcess tool = await ToolProcess.RunAsync("", arguments.Split(' '));
        Assert.AreEqual(2, tool.ExitCode);
        Assert.HasCount(1, tool.Errors);
        Assert.EndsWith("See presentity --help.", tool.Errors[0]);
        Assert.AreEqual("", tool.Output);
    }

    [TestMethod]
    [DataRow("--help", "demo")]
    [DataRow("run --help", "--exit-on-failure")]
    [DataRow("demo --help", "--script <FILE>")]
    [DataRow("provision --help", "--owner <ACCOUNT>")]
    [DataRow("flash --help", "--what-if")]
    [DataRow("qr --help", "--png <FILE>")]
    [DataRow("--version", "0.1.0")]
    public async Task HelpSaysWhatThereIs(string arguments, string expected)
    {
        using ToolProcess tool = await ToolProcess.RunAsync("", arguments.Split(' '));
        Assert.AreEqual(0, tool.ExitCode);
        Assert.Contains(expected, tool.Output);
    }
}
