using System;
using System.Collections;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>XEP-0115: the hash that we tell is the one that anybody computes from what we answer.</summary>
[TestClass]
public sealed class CapabilitiesTests
{
    // XEP-0115 §5.2, so that the measure itself is right.
    [TestMethod]
    public void The_measure_computes_the_example_of_the_XEP() => Assert.AreEqual("QgayPKawpkPSDYmwT/WM94uAlu0=", Hash(
        Element.Parse(
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
        Assert.AreEqual(1, device.Stage.Transport.SentCount);
        Element caps = Element.Parse(device.Stage.Transport.LastSent()).Children[0];
        string? ver = caps.Attribute("ver");
        Assert.AreEqual("sha-1", caps.Attribute("hash"));
        string node = caps.Attribute("node") + "#" + ver;
        Element query = Query(device, " node='" + node + "'");
        Assert.AreEqual(node, query.Attribute("node"));
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
    public void Nothing_is_told_twice_and_all_in_order()
    {
        string last = "";
        bool hasInfo = false;
        Element query = Query(OnlineDevice.Create(), "");
        Assert.AreEqual(1, query.Count("identity"));
        foreach (Element feature in query.Children)
        {
            if (feature.Name == "identity")
                continue;
            string name = feature.Attribute("var")!;
            Assert.IsTrue(string.Compare(last, name) < 0, name);
            last = name;
            hasInfo = hasInfo || name == "http://jabber.org/protocol/disco#info";
        }

        Assert.IsTrue(hasInfo);
    }

    [TestMethod]
    [DataRow("https://example.com/device#", "", true)]
    [DataRow("https://example.net/device#", "", false)]
    [DataRow("https://example.com/device?", "", false)]
    [DataRow("https://example.com/device#x", "", false)]
    [DataRow("https://example.com/device#", "x", false)]
    [DataRow("#", "", false)]
    public void Only_our_node_is_ours(string before, string after, bool isOurs)
    {
        TestDevice device = OnlineDevice.Create();
        string answer = device.Answers(
            "<iq type='get' id='q' from='viewer@example.com/home'><query xmlns='http://jabber.org/protocol/disco#info' node='"
            + before + Version(device) + after + "'/></iq>");
        Assert.AreEqual(isOurs, answer.StartsWith("<iq type='result'"));
        Assert.AreEqual(!isOurs, answer.IndexOf("<item-not-found") >= 0);
    }

    [TestMethod]
    public void A_node_without_its_hash_is_not_ours()
    {
        string answer = OnlineDevice.Create().Answers(
            "<iq type='get' id='q' from='viewer@example.com/home'><query xmlns='http://jabber.org/protocol/disco#info'"
            + " node='https://example.com/device#'/></iq>");
        Assert.Contains("<item-not-found", answer);
    }

    static Element Query(TestDevice device, string node) => Element.Parse(device.Answers(
        "<iq type='get' id='q' from='viewer@example.com/home'><query xmlns='http://jabber.org/protocol/disco#info'" + node + "/></iq>")).Children[0];

    /// <summary>XEP-0115 §5.1, for answers without forms.</summary>
    static string Hash(Element query)
    {
        ArrayList identities = new ArrayList();
        ArrayList features = new ArrayList();
        foreach (Element child in query.Children)
            if (child.Name == "identity")
                Insert(identities, child.Attribute("category") + "/" + child.Attribute("type") + "/" + child.Attribute("lang") + "/" + child.Attribute("name"));
            else
                Insert(features, child.Attribute("var")!);
        string text = "";
        foreach (object? identity in identities)
            text += identity + "<";
        foreach (object? feature in features)
            text += feature + "<";
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] hash = new byte[20];
        new TestCrypto().Hash(HashAlgorithm.Sha1, bytes, 0, bytes.Length, hash);
        return Convert.ToBase64String(hash);
    }

    static void Insert(ArrayList sorted, string text)
    {
        int at = 0;
        while (at < sorted.Count && string.Compare((string)sorted[at]!, text) < 0)
            at++;
        sorted.Insert(at, text);
    }

    static string Version(TestDevice device) =>
        Encoding.UTF8.GetString(device.Capabilities.Described, 0, device.Capabilities.Described.Length).Split('#')[1];
}
