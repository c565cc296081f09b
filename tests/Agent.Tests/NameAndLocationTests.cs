using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What the device is called and where it is, changed by its owner.</summary>
[TestClass]
public sealed class NameAndLocationTests
{
    const string Owner = "owner@example.com/x";

    readonly MemoryStore store = new();

    [TestMethod]
    public void TheNameIsTheIdentitys()
    {
        TestAgent agent = Online();
        Assert.AreEqual("Test board", Identity(agent));
        Element form = DeviceCommand.Execute(agent, Owner, "name-and-location").Find("command")!;
        Assert.AreEqual("executing", form.Attribute("status"));
        Element done = DeviceCommand.Execute(agent, Owner, "name-and-location",
            Form("name", " Gr\u00fcnhaus <1> & Co ", "location", "52.1 , 11.6", "place", "by the pond"), form.Attribute("sessionid"));
        Assert.AreEqual("name: Gr\u00fcnhaus <1> & Co \u00b7 location: 52.1,11.6 \u00b7 place: by the pond", done.TextOf("note"));
        Assert.AreEqual("Gr\u00fcnhaus <1> & Co", Identity(agent));
        // Presence has what it hashes to, at once.
        agent.Transport.ForgetSent();
        agent.Run(300);
        Assert.AreEqual("Gr\u00fcnhaus <1> & Co", Identity(agent, Node(agent)));
        Assert.AreEqual("name = Gr\u00fcnhaus <1> & Co\nlocation = 52.1,11.6\nplace = by the pond\n", Kept());

        TestAgent next = Online();
        Assert.AreEqual("Gr\u00fcnhaus <1> & Co", Identity(next));
        Assert.AreEqual("name is no longer told \u00b7 place is no longer told",
            DeviceCommand.Execute(next, Owner, "name-and-location", Form("name", "", "place", "")).TextOf("note"));
        Assert.AreEqual("Test board", Identity(next));
        Assert.AreEqual("Test board", Identity(Online()));
        Assert.AreEqual("location = 52.1,11.6\nname = \nplace = \n", Kept());
    }

    [TestMethod]
    [DataRow("name", "01234567890123456789012345678901234567890123456789012345678901234", "name: at most 64 characters")]
    [DataRow("name", "a\nsafe-mode = on", "name: one line")]
    [DataRow("name", "a\tb", "name: one line")]
    [DataRow("place", "a\u007fb", "place: one line")]
    [DataRow("location", "52.1", "location: degrees north and east such as 52.1,11.6, not 52.1")]
    [DataRow("location", "91,0", "location: degrees north and east such as 52.1,11.6, not 91,0")]
    [DataRow("location", "0,180.1", "location: degrees north and east such as 52.1,11.6, not 0,180.1")]
    [DataRow("location", "here,there", "location: degrees north and east such as 52.1,11.6, not here,there")]
    public void WhatCannotBeChangesNothing(string field, string value, string text)
    {
        TestAgent agent = Online();
        Element answer = DeviceCommand.Execute(agent, Owner, "name-and-location",
            field == "name" ? Form(field, value, "place", "here") : Form("name", "Shed", field, value));
        Assert.IsNotNull(answer.Find("bad-payload"));
        Assert.AreEqual(text, answer.TextOf("text"));
        Assert.AreEqual("Test board", Identity(agent));
        Assert.IsEmpty(store.Files);
    }

    [TestMethod]
    public void WhatIsNotThereStaysAndTheSameIsNothing()
    {
        TestAgent agent = Online();
        DeviceCommand.Execute(agent, Owner, "name-and-location", Form("name", "Shed", "location", "1,2"));
        Assert.AreEqual("nothing changed", DeviceCommand.Execute(agent, Owner, "name-and-location", Form("name", "Shed")).TextOf("note"));
        Assert.AreEqual("nothing changed", DeviceCommand.Execute(agent, Owner, "name-and-location", Form()).TextOf("note"));
        Assert.AreEqual("name = Shed\nlocation = 1,2\n", Kept());
    }

    [TestMethod]
    [DataRow("operator@example.com/x", "forbidden")]
    [DataRow("stranger@example.com/x", "service-unavailable")]
    public void NobodyElseMay(string from, string condition)
    {
        TestAgent agent = Online();
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(agent, from, "name-and-location", Form("name", "Shed"))));
        Assert.AreEqual("Test board", Identity(agent));
    }

    TestAgent Online() => TestAgent.Online(options => options.Store = store);

    string Kept() => Encoding.UTF8.GetString(store.Files["settings.state"]);

    static string Identity(TestAgent agent, string node = "") => DeviceCommand.Ask(agent, Owner, "get",
        "<query xmlns='http://jabber.org/protocol/disco#info'" + (node.Length > 0 ? " node='" + node + "'" : "") + "/>").Find("identity")!.Attribute("name")!;

    /// <summary>What the last presence says that is to be asked.</summary>
    static string Node(TestAgent agent)
    {
        Element? found = null;
        foreach (Element presence in agent.Presences())
            found = presence.Find("c") ?? found;
        return found == null ? "" : found.Attribute("node") + "#" + found.Attribute("ver");
    }

    static string Form(params string[] pairs)
    {
        string fields = "";
        for (int i = 0; i < pairs.Length; i += 2)
            fields += "<field var='" + pairs[i] + "'><value>" + System.Security.SecurityElement.Escape(pairs[i + 1]) + "</value></field>";
        return "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>";
    }
}
