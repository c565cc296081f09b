using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>Ids of sessions (XEP-0050 §3.2): nobody can guess one.</summary>
[TestClass]
public sealed class CommandSessionTests
{
    [TestMethod]
    [DataRow("pump-on")]
    [DataRow("set-fan")]
    public void Ids_are_far_apart(string command)
    {
        TestDevice device = OnlineDevice.Create();
        var ids = new List<int>();
        for (int i = 0; i < 200; i++)
        {
            string answer = device.Hears(
                $"<iq type='set' id='x' from='owner@example.com/home'><command xmlns='http://jabber.org/protocol/commands' node='{command}'/></iq>").Single();
            string id = XElement.Parse(answer).Elements().Single().Attribute("sessionid")!.Value;
            ids.Add(int.Parse(id, CultureInfo.InvariantCulture));
        }

        Assert.HasCount(200, ids.Distinct());
        Assert.IsInRange(1, 999999999, ids.Min());
        Assert.IsInRange(1, 999999999, ids.Max());
        Assert.IsGreaterThan(500000000, ids.Max() - ids.Min());
        foreach (int bit in Enumerable.Range(0, 29))
            Assert.IsInRange(50, 150, ids.Count(id => (id >> bit & 1) != 0), $"bit {bit}");
    }
}
