using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

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
        int[] ids = new int[Scale.Of(200, 40)];
        int least = int.MaxValue;
        int most = 0;
        for (int i = 0; i < ids.Length; i++)
        {
            Element answer = Element.Parse(device.Answers(
                "<iq type='set' id='x' from='owner@example.com/home'><command xmlns='http://jabber.org/protocol/commands' node='" + command + "'/></iq>"));
            ids[i] = int.Parse(answer.Children[0].Attribute("sessionid")!);
            least = ids[i] < least ? ids[i] : least;
            most = ids[i] > most ? ids[i] : most;
            for (int j = 0; j < i; j++)
                Assert.IsTrue(ids[i] != ids[j], "twice " + ids[i]);
        }

        Assert.IsInRange(1, 999999999, least);
        Assert.IsInRange(1, 999999999, most);
        Assert.IsGreaterThan(500000000, most - least);
        for (int bit = 0; bit < 29; bit++)
        {
            int set = 0;
            foreach (int id in ids)
                set += (id >> bit) & 1;
            Assert.IsInRange(ids.Length / 4, ids.Length * 3 / 4, set, "bit " + bit);
        }
    }
}
