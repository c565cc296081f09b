using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Platform.Tests;

/// <summary>What a configuration or a server may write for a host (RFC 6120 §4.9.3.19).</summary>
[TestClass]
public sealed class HostAndPortTests
{
    [TestMethod]
    [DataRow("xmpp.example.org", "xmpp.example.org", 0)]
    [DataRow("xmpp.example.org:5222", "xmpp.example.org", 5222)]
    [DataRow("xmpp.example.org:65536", "xmpp.example.org", -1)]
    [DataRow("xmpp.example.org:0", "xmpp.example.org", -1)]
    [DataRow("xmpp.example.org:", "xmpp.example.org", -1)]
    [DataRow("xmpp.example.org:-1", "xmpp.example.org", -1)]
    [DataRow("192.0.2.1:1", "192.0.2.1", 1)]
    [DataRow("[2001:41D0:1:A49b::1]:9222", "2001:41D0:1:A49b::1", 9222)]
    [DataRow("[::1]", "::1", 0)]
    public void Host_and_port(string text, string host, int port)
    {
        HostAndPort read = HostAndPort.Parse(text)!;
        Assert.AreEqual(host, read.Host);
        Assert.AreEqual(port, read.Port);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(":5222")]
    [DataRow("::1")]
    [DataRow("a b")]
    [DataRow("[]:1")]
    [DataRow("[::1")]
    [DataRow("[::1]5222")]
    [DataRow("[::1]x:5222")]
    public void Neither(string text) => Assert.IsNull(HostAndPort.Parse(text));
}
