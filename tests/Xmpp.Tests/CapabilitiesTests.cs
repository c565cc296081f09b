using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>XEP-0115: the hash that we tell is the one that anybody computes from what we answer.</summary>
[TestClass]
public sealed class CapabilitiesTests
{
    // XEP-0115 §5.2, so that the measure itself is right.
    [TestMethod]
    public void The_measure_computes_the_example_of_the_XEP() => Assert.AreEqual("QgayPKawpkPSDYmwT/WM94uAlu0=", Hash(
        XElement.Parse(
            "<query xmlns='http://jabber.org/protocol/disco#info' node='http://code.google.com/p/exodus#QgayPKawpkPSDYmwT/WM94uAlu0='>"
            + "<identity category='client' name='Exodus 0.9.1' type='pc'/>"
            + "<feature var='http://jabber.org/protocol/caps'/>"
            + "<feature var='http://jabber.org/protocol/disco#items'/>"
            + "<feature var='http://jabber.org/protocol/disco#info'/>"
            + "<feature var='http://jabber.org/protocol/muc'/>"
            + "</query>")));

    [TestMethod]
    public void Our_answer_has_the_hash_that_our_presence_tells()
    {
        TestDevice device = OnlineDevice.Create();
        device.Do("presence");
        XElement caps = XElement.Parse(device.Stage.Transport.AllSent().Single()).Elements().Single();
        string ver = caps.Attribute("ver")!.Value;
        Assert.AreEqual("sha-1", caps.Attribute("hash")!.Value);
        string node = caps.Attribute("node")!.Value + "#" + ver;
        XElement query = Query(device, $" node='{node}'");
        Assert.AreEqual(node, query.Attribute("node")!.Value);
        Assert.AreEqual(ver, Hash(query));
        Assert.AreEqual(ver, Version(device));
    }

    [TestMethod]
    public void Without_the_node_the_answer_is_the_same()
    {
        TestDevice device = OnlineDevice.Create();
        Assert.AreEqual(Version(device), Hash(Query(device, "")));
    }

    // XEP-0115 §5.4: a list with anything twice is ill-formed, and its hash is not believed.
    [TestMethod]
    public void Nothing_is_told_twice()
    {
        List<string> features = [.. Query(OnlineDevice.Create(), "").Elements().Skip(1).Select(feature => feature.Attribute("var")!.Value)];
        CollectionAssert.AreEqual(features.Distinct().Order(StringComparer.Ordinal).ToArray(), features);
        Assert.Contains("http://jabber.org/protocol/disco#info", features);
    }

    [TestMethod]
    [DataRow("https://example.com/device#{0}", true)]
    [DataRow("https://example.net/device#{0}", false)]
    [DataRow("https://example.com/device?{0}", false)]
    [DataRow("https://example.com/device#x{0}", false)]
    [DataRow("https://example.com/device#", false)]
    [DataRow("#{0}", false)]
    public void Only_our_node_is_ours(string node, bool isOurs)
    {
        TestDevice device = OnlineDevice.Create();
        string answer = device.Hears(
            "<iq type='get' id='q' from='viewer@example.com/home'><query xmlns='http://jabber.org/protocol/disco#info' node='"
            + string.Format(CultureInfo.InvariantCulture, node, Version(device)) + "'/></iq>").Single();
        Assert.AreEqual(isOurs, answer.StartsWith("<iq type='result'", StringComparison.Ordinal));
        Assert.AreEqual(!isOurs, answer.Contains("<item-not-found", StringComparison.Ordinal));
    }

    static XElement Query(TestDevice device, string node)
    {
        string answer = device.Hears(
            $"<iq type='get' id='q' from='viewer@example.com/home'><query xmlns='http://jabber.org/protocol/disco#info'{node}/></iq>").Single();
        return XElement.Parse(answer).Elements().Single();
    }

    /// <summary>XEP-0115 §5.1, for answers without forms.</summary>
    static string Hash(XElement query)
    {
        XNamespace space = "http://jabber.org/protocol/disco#info";
        IEnumerable<string> identities = query.Elements(space + "identity").Select(identity => string.Join('/',
            identity.Attribute("category")!.Value, identity.Attribute("type")!.Value,
            identity.Attribute(XNamespace.Xml + "lang")?.Value ?? "", identity.Attribute("name")?.Value ?? ""));
        IEnumerable<string> features = query.Elements(space + "feature").Select(feature => feature.Attribute("var")!.Value);
        string text = string.Concat(identities.Order(StringComparer.Ordinal).Concat(features.Order(StringComparer.Ordinal)).Select(part => part + "<"));
        return Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
    }

    static string Version(TestDevice device) => Encoding.UTF8.GetString(device.Capabilities.Described).Split('#')[^1];
}
