using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What is published at the account (XEP-0163), with a server that says yes and no.</summary>
[TestClass]
public sealed class PersonalEventsTests
{
    const string Eventing = "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/>"
        + "<identity category='pubsub' type='pep'/></query>";

    [TestMethod]
    public void ReadingsArePublishedAsOftenAsPresence()
    {
        Account account = Account.Of();
        account.Run(3_000);
        Element first = account.Readings.Single();
        Assert.AreEqual("urn:xmpp:iot:sensordata", first.Find("publish")!.Attribute("node"));
        Assert.AreEqual("current", first.Find("item")!.Attribute("id"));
        Assert.AreEqual("21.4", first.Find("numeric")!.Attribute("value"));
        Assert.AreEqual("FORM_TYPE=http://jabber.org/protocol/pubsub#publish-options pubsub#persist_items=1 pubsub#max_items=1"
            + " pubsub#access_model=presence", Options(first));
        account.Agent.Board.Temperature.Value = 250;
        account.Run(20_000);
        Assert.HasCount(1, account.Readings);
        account.Run(20_000);
        Assert.HasCount(2, account.Readings);
        Assert.AreEqual("25.0", account.Readings[1].Find("numeric")!.Attribute("value"));
        account.Agent.Board.Button.Value = 1;
        account.Run(2_000);
        Assert.HasCount(3, account.Readings);
    }

    [TestMethod]
    public void NameAndPlaceAreToldOnce()
    {
        Account account = Account.Of(options =>
        {
            options.Name = "Greenhouse <1>";
            options.Latitude = "52.1";
            options.Longitude = "-11.6";
        });
        account.Run(100_000);
        Element nick = account.Published.Single(request => Node(request) == "http://jabber.org/protocol/nick");
        Assert.AreEqual("Greenhouse <1>", nick.TextOf("nick"));
        Element place = account.Published.Single(request => Node(request) == "http://jabber.org/protocol/geoloc");
        Assert.AreEqual("52.1 -11.6", place.TextOf("lat") + " " + place.TextOf("lon"));
    }

    /// <summary>What an owner has changed is told anew, and what he has taken away is taken back.</summary>
    [TestMethod]
    public void ANewNameAndPlaceAreTold()
    {
        Account account = Account.Of(options => options.Name = "Greenhouse");
        account.Run(10_000);
        Change(account, "<field var='name'><value>Shed</value></field><field var='location'><value>52.1, -11.6</value></field>"
            + "<field var='place'><value>by the pond</value></field>");
        Assert.AreEqual("Shed", Last(account, "http://jabber.org/protocol/nick").TextOf("nick"));
        Element place = Last(account, "http://jabber.org/protocol/geoloc").Find("geoloc")!;
        Assert.AreEqual("52.1 -11.6 by the pond", string.Join(' ', place.Children.Select(child => child.Text)));
        Change(account, "<field var='name'/><field var='location'><value/></field>");
        Assert.AreEqual("", Last(account, "http://jabber.org/protocol/nick").TextOf("nick"));
        place = Last(account, "http://jabber.org/protocol/geoloc").Find("geoloc")!;
        Assert.AreEqual("by the pond", place.Children.Single().Text);
    }

    static void Change(Account account, string fields)
    {
        Element answer = DeviceCommand.Execute(account.Agent, "owner@example.com/x", "name-and-location",
            "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>");
        Assert.IsNull(DeviceCommand.Condition(answer), answer.TextOf("text"));
        account.Run(10_000);
    }

    static Element Last(Account account, string node) => account.Published.Last(request => Node(request) == node);

    [TestMethod]
    public void TheIconIsToldOnceBehindItsBytes()
    {
        Account account = Account.Of();
        account.Run(100_000);
        Element[] icon = [.. account.Published.Where(request => Node(request)!.StartsWith("urn:xmpp:avatar:", StringComparison.Ordinal))];
        Assert.AreEqual("urn:xmpp:avatar:data urn:xmpp:avatar:metadata", string.Join(' ', icon.Select(Node)));
        byte[] bytes = Convert.FromBase64String(icon[0].TextOf("data")!);
        Assert.AreEqual("PNG", System.Text.Encoding.ASCII.GetString(bytes, 1, 3));
        Element info = icon[1].Find("info")!;
        Assert.AreEqual($"{bytes.Length} image/png 64 64 ", string.Join(' ', new[] { "bytes", "type", "width", "height", "url" }.Select(info.Attribute)));
        Assert.AreEqual(new string('0', 40), info.Attribute("id"));
        Assert.AreEqual(info.Attribute("id"), icon[0].Find("item")!.Attribute("id"));
        Assert.AreEqual(info.Attribute("id"), icon[1].Find("item")!.Attribute("id"));
    }

    [TestMethod]
    [DataRow(true, false, "sensor")]
    [DataRow(true, true, "controller")]
    [DataRow(false, true, "actuator")]
    public void EachKindOfDeviceHasAnIcon(bool senses, bool acts, string kind)
    {
        byte[][] icons = [.. new[] { (true, false), (true, true), (false, true) }.Select(has => Icon.Of(has.Item1, has.Item2, new TestCrypto()).Bytes)];
        Assert.HasCount(3, icons.Select(Convert.ToBase64String).Distinct().ToArray());
        Icon icon = Icon.Of(senses, acts, new TestCrypto());
        Assert.AreEqual(Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(icon.Bytes)), System.Text.Encoding.ASCII.GetString(icon.Id));
        Assert.IsLessThan(1000, icon.Bytes.Length, kind);
    }

    [TestMethod]
    public void ANodeWithAnotherConfigurationIsConfiguredOnce()
    {
        Account account = Account.Of();
        account.Answers = request => IsReading(request) && account.Configured.Count == 0 ? "conflict" : null;
        account.Run(3_000);
        Assert.HasCount(2, account.Readings);
        Element configure = account.Configured.Single();
        Assert.AreEqual("urn:xmpp:iot:sensordata", configure.Find("configure")!.Attribute("node"));
        Assert.Contains("http://jabber.org/protocol/pubsub#node_config", Options(configure));
        Assert.IsFalse(account.Agent.Log.Has(LogLevel.Warning, "refuses"));
    }

    [TestMethod]
    [DataRow("conflict")]
    [DataRow("forbidden")]
    [DataRow("resource-constraint")]
    public void ARefusalIsToldOnceAndNotAskedAgain(string condition)
    {
        Account account = Account.Of();
        account.Answers = request => IsReading(request) ? condition : null;
        for (int i = 0; i < 5; i++)
        {
            account.Agent.Board.Button.Value ^= 1;
            account.Run(3_000);
        }

        Assert.HasCount(condition == "conflict" ? 2 : 1, account.Readings);
        Assert.HasCount(1, account.Agent.Log.Lines.Where(line => line.Contains("refuses an item of the account: " + condition, StringComparison.Ordinal)).ToArray());
        Assert.IsGreaterThan(4, account.Agent.CountPresences());
    }

    [TestMethod]
    public void AServerWithoutItIsNotAsked()
    {
        Account account = Account.Of(eventing: "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/></query>");
        account.Run(100_000);
        Assert.IsEmpty(account.Published);
        Assert.HasCount(1, account.Agent.Log.Lines.Where(line => line.Contains("no personal eventing", StringComparison.Ordinal)).ToArray());
    }

    [TestMethod]
    public void NothingIsPublishedWhereNothingIsWanted()
    {
        Account account = Account.Of(options => options.Personal = PersonalAccess.Off);
        account.Run(100_000);
        Assert.AreEqual(0, account.Asked);
    }

    [TestMethod]
    public void OnAWhitelistAreThoseWhoMayRead()
    {
        Account account = Account.Of(options => options.Personal = PersonalAccess.Whitelist);
        account.Run(3_000);
        Assert.Contains("whitelist", Options(account.Readings[0]));
        Element shared = account.Shared[0];
        Assert.AreEqual("owner@example.com member|operator@example.com member|viewer@example.com member", string.Join('|',
            shared.Find("affiliations")!.Children.Select(one => one.Attribute("jid") + " " + one.Attribute("affiliation"))));
        // Once more, so that those who are on it now are told.
        Assert.HasCount(2, account.Readings);
        account.Agent.Board.Button.Value = 1;
        account.Run(3_000);
        Assert.HasCount(3, account.Readings);
        // The icon has two nodes of its own.
        account.Run(20_000);
        Assert.HasCount(3, account.Shared);
    }

    [TestMethod]
    public void AServerThatDoesNotAnswerIsAskedAgainWithTheNextReadings()
    {
        Account account = Account.Of();
        account.Answers = request => IsReading(request) ? "" : null;
        account.Run(15_000);
        account.Agent.Board.Button.Value = 1;
        account.Run(3_000);
        Assert.HasCount(1, account.Readings);
        account.Run(10_000);
        account.Answers = _ => null;
        account.Agent.Board.Button.Value = 0;
        account.Run(3_000);
        Assert.HasCount(2, account.Readings);
    }

    static bool IsReading(Element request) => request.Find("publish")?.Attribute("node") == "urn:xmpp:iot:sensordata";

    static string? Node(Element request) => request.Find("publish")!.Attribute("node");

    static string Options(Element request) =>
        string.Join(' ', request.Find("x")!.Children.Select(field => field.Attribute("var") + "=" + field.TextOf("value")));

    /// <summary>An agent, and the part of its server that takes what it publishes.</summary>
    sealed class Account
    {
        int read;

        internal TestAgent Agent { get; private set; } = null!;

        /// <summary>The condition with which a request is refused; null for yes, empty for no answer.</summary>
        internal Func<Element, string?> Answers { get; set; } = _ => null;

        internal List<Element> Published { get; } = [];

        internal Element[] Readings => [.. Published.Where(IsReading)];

        internal List<Element> Configured { get; } = [];

        internal List<Element> Shared { get; } = [];

        internal int Asked { get; private set; }

        string Eventing { get; set; } = "";

        internal static Account Of(TestAgent.Preparation? prepare = null, string eventing = PersonalEventsTests.Eventing)
        {
            var account = new Account { Agent = new TestAgent(prepare), Eventing = eventing };
            account.Agent.Board.Temperature.Value = 214;
            account.Agent.AnswersPersonal = false;
            account.Agent.LogIn();
            account.Run(1_000);
            return account;
        }

        internal void Run(long milliseconds)
        {
            // What was sent may have been forgotten since.
            read = Math.Min(read, Agent.Transport.SentCount);
            for (long end = Agent.Clock.Milliseconds + milliseconds; Agent.Clock.Milliseconds < end;)
            {
                Agent.Run(100);
                for (; read < Agent.Transport.SentCount; read++)
                    Take(Agent.Transport.Sent(read));
            }
        }

        void Take(string sent)
        {
            bool asks = sent.Contains("disco#info", StringComparison.Ordinal);
            if (!sent.StartsWith("<iq type='", StringComparison.Ordinal) || !(asks || sent.Contains("<pubsub", StringComparison.Ordinal)))
                return;
            Element request = Element.Parse(sent);
            Asked++;
            (request.Find("publish") != null ? Published : request.Find("configure") != null ? Configured : request.Find("affiliations") != null ? Shared : [])
                .Add(request);
            string? refusal = asks ? null : Answers(request);
            if (refusal?.Length == 0)
                return;
            Agent.Transport.Arrive($"<iq type='{(refusal == null ? "result" : "error")}' id='{request.Attribute("id")}' from='device@example.com'>"
                + (asks ? Eventing : refusal == null ? "" : $"<error type='cancel'><{refusal} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>") + "</iq>");
        }
    }
}
