using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>XEP-0198 §5: however often and wherever the stream is cut, nothing is lost and nothing happens twice.</summary>
[TestClass]
public sealed class ResumptionTests
{
    const int Seeds = 300;

    /// <summary>With little room presence gives way, and requests that find none are refused; what was done is answered even so.</summary>
    [TestMethod]
    [DataRow(65536)]
    [DataRow(1536)]
    [DataRow(600)]
    public void Every_request_has_one_answer_and_every_command_runs_once(int bytes)
    {
        int refused = 0;
        for (int seed = 0; seed < Seeds; seed++)
            refused += Play(seed, bytes);
        Assert.AreEqual(bytes < 65536, refused > 0);
    }

    /// <returns>How many requests were refused.</returns>
    static int Play(int seed, int bytes)
    {
        Dice dice = new(seed);
        TestDevice device = ManagedDevice.Create(bytes);
        ManagedServer server = new(device, dice);
        int commands = 0;
        int pings = 0;
        int messages = 0;
        for (int step = 0; step < 60; step++)
        {
            switch (dice.Next(8))
            {
                case 0 or 1:
                    server.Send($"<iq type='set' id='c{commands++}' from='operator@example.com/home'>"
                        + "<command xmlns='http://jabber.org/protocol/commands' node='pump-on'/></iq>");
                    break;
                case 2:
                    server.Send($"<iq type='get' id='p{pings++}' from='owner@example.com/home'><ping xmlns='urn:xmpp:ping'/></iq>");
                    break;
                case 3:
                    server.Send($"<message from='viewer{messages++}@example.com/home'><body>x</body></message>");
                    break;
                case 4:
                    device.Do("presence");
                    server.Collect();
                    break;
                case 5:
                    server.Ask();
                    break;
                case 6:
                    server.Pass(dice.Percent(50));
                    break;
                default:
                    server.Cut();
                    break;
            }
        }

        // Twice: what is sent thereupon arrives too.
        server.Pass(all: true);
        server.Pass(all: true);
        string what = $"seed {seed}";
        Assert.AreEqual(SessionState.Online, device.Session.State, what);
        string[] answered = Answered(server, "c");
        CollectionAssert.AllItemsAreUnique(answered, what);
        CollectionAssert.AreEqual(answered.OrderBy(id => int.Parse(id[1..])).ToArray(), answered, what);
        int done = server.Handled.Count(stanza => stanza.StartsWith("<iq type='result' id='c"));
        Assert.AreEqual(Regex.Count(device.Check("ran"), "pump-on"), done, what);
        Assert.AreEqual(messages, Regex.Count(device.Check("messages"), "viewer"), what);
        CollectionAssert.AllItemsAreUnique(Answered(server, "p"), what);
        if (bytes == 65536)
        {
            Assert.HasCount(commands, answered, what);
            Assert.HasCount(pings, Answered(server, "p"), what);
        }

        return commands - done;
    }

    static string[] Answered(ManagedServer server, string letter) =>
        [.. server.Handled.Select(stanza => Regex.Match(stanza, $"^<iq type='\\w+' id='({letter}\\d+)'").Groups[1].Value).Where(id => id.Length > 0)];
}
