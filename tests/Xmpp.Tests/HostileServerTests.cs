using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>What servers say in the transcripts, shuffled, and then damaged: nothing throws, hangs, or is answered badly.</summary>
[TestClass]
public sealed class HostileServerTests
{
    static readonly string[] Stanzas =
    [
        .. Lines("Iq", "Stanzas", "Roster", "Subscriptions", "Extensions", "Commands")
            .Where(line => line.StartsWith('<') && !line.StartsWith("<item", StringComparison.Ordinal)),
    ];

    static readonly string[] Openings = Lines("Stream", "Tls", "Sasl", "Bind");

    [TestMethod]
    public void Every_request_has_one_answer_in_whatever_order_they_come()
    {
        int answers = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var dice = new Dice(seed);
            TestDevice device = OnlineDevice.Create();
            string[] said = [.. Enumerable.Range(0, 40).Select(_ => dice.Pick(Stanzas))];
            Feed(device, Encoding.UTF8.GetBytes(string.Concat(said)), dice);
            Assert.AreEqual(SessionState.Online, device.Session.State, $"seed {seed}: {device.Session.EndText}");
            List<string?> asked = [.. said.Select(Read).Where(IsRequest).Select(iq => iq.Attribute("id")?.Value)];
            List<string?> answered = [.. device.Stage.Transport.AllSent().Select(Read).Where(IsAnswer).Select(iq => iq.Attribute("id")?.Value)];
            CollectionAssert.AreEqual(asked, answered, $"seed {seed}");
            answers += answered.Count;
        }

        Assert.IsGreaterThan(5000, answers);
    }

    [TestMethod]
    public void Damage_ends_the_stream_in_good_order_or_does_nothing()
    {
        int survived = 0;
        for (int seed = 0; seed < 1500; seed++)
        {
            var dice = new Dice(seed);
            TestDevice device = OnlineDevice.Create();
            byte[] said = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 6).Select(_ => dice.Pick(Stanzas))));
            Feed(device, Damaged(said, dice), dice);
            CheckSent(device, $"seed {seed}");
            survived += device.Session.State == SessionState.Online ? 1 : 0;
        }

        Assert.IsInRange(100, 1400, survived);
    }

    [TestMethod]
    public void Damage_in_the_login_ends_it_in_good_order()
    {
        for (int seed = 0; seed < 1500; seed++)
        {
            var dice = new Dice(seed);
            var device = new TestDevice(new Stage());
            device.Open();
            byte[] said = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 6).Select(_ => dice.Pick(Openings))));
            Feed(device, Damaged(said, dice), dice);
            CheckSent(device, $"seed {seed}");
            Assert.AreNotEqual(SessionState.Online, device.Session.State);
            device.Session.Turn(30000);
            device.Session.Turn(30000);
            Assert.AreEqual(SessionState.Closed, device.Session.State);
            Assert.IsFalse(device.Stage.Transport.IsOpen);
        }
    }

    static string[] Lines(params string[] folders) =>
    [
        .. folders.SelectMany(folder => TranscriptData.Files.Names.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)))
            .Select(name => Transcript.Read(name, TranscriptData.Find))
            .SelectMany(transcript => Enumerable.Range(0, transcript.Count).Select(transcript.Line))
            .Where(line => line.Word == "S" && !line.IsPart)
            .Select(line => line.Text.Replace("{header}", Header, StringComparison.Ordinal))
            .Where(text => !text.Contains('{', StringComparison.Ordinal)),
    ];

    const string Header = "<?xml version='1.0'?><stream:stream from='example.com' id='1' version='1.0'"
        + " xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    static byte[] Damaged(byte[] bytes, Dice dice)
    {
        var damaged = new List<byte>(bytes);
        for (int blows = dice.Next(1, 3); blows > 0; blows--)
        {
            int at = dice.Next(damaged.Count);
            switch (dice.Next(4))
            {
                case 0:
                    damaged[at] = (byte)dice.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(dice.Next(1, 40), damaged.Count - at));
                    break;
                case 2:
                    damaged.Insert(at, (byte)"<>&'/ =:"[dice.Next(8)]);
                    break;
                default:
                    damaged.InsertRange(at, damaged.GetRange(at, Math.Min(dice.Next(1, 200), damaged.Count - at)));
                    break;
            }
        }

        return [.. damaged];
    }

    static void Feed(TestDevice device, byte[] bytes, Dice dice)
    {
        Split split = Split.Random(dice, dice.Pick([1, 20, 2000]));
        for (int start = 0; start < bytes.Length;)
        {
            int end = Math.Min(bytes.Length, split.End(start));
            device.Stage.Transport.Arrive(bytes, start, end - start);
            start = end;
        }

        for (int turns = 0; device.Stage.Transport.HasUnread && device.Session.State != SessionState.Closed; turns++)
        {
            Assert.IsLessThanOrEqualTo(bytes.Length, turns);
            device.Turn(0);
        }
    }

    /// <summary>What was sent is whole elements, then at most one end of the stream, and nothing behind it.</summary>
    static void CheckSent(TestDevice device, string name)
    {
        IReadOnlyList<string> sent = device.Stage.Transport.AllSent();
        for (int i = 0; i < sent.Count; i++)
        {
            if (sent[i] == "</stream:stream>")
                Assert.AreEqual(sent.Count - 1, i, name);
            else if (!sent[i].StartsWith("<?xml", StringComparison.Ordinal))
                Read(sent[i]);
        }

        if (device.Session.State == SessionState.Closed)
            Assert.IsGreaterThan(0, device.Session.EndText.Length, name);
    }

    static XElement Read(string text) => XElement.Parse($"<s xmlns:stream='s'>{text}</s>").Elements().First();

    static bool IsRequest(XElement stanza) =>
        stanza.Name.LocalName == "iq" && stanza.Attribute("type")?.Value is not ("result" or "error");

    static bool IsAnswer(XElement stanza) =>
        stanza.Name.LocalName == "iq" && stanza.Attribute("type")?.Value is "result" or "error";
}
