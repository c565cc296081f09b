using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Whatever is wrong, on every plane, from whomever: it sets nothing, changes nothing, and a request gets one error.</summary>
[TestClass]
public sealed class BadInputTests
{
    const string Operator = "operator@example.com/x";

    static readonly Gen<string> Junk = Gen.OneOf(
        Gen.String[Gen.Char["abcpumfn-_.,:;!?@/ 019\u00E4\u20AC"], 0, 40],
        Gen.Const(""),
        Gen.Const("true false"),
        Gen.Const("0x1"),
        Gen.Const("1e3"),
        Gen.Const("NaN"),
        Gen.Const("-0.0.0"),
        Gen.String[Gen.Char['a', 'z'], 300, 1500]);

    // Neither a boolean nor a level from 0 to 100.
    static readonly Gen<string> BadValue = Gen.OneOf(
        Gen.Int[101, int.MaxValue].Select(Text), Gen.Int[int.MinValue, -1].Select(Text), Gen.Long[int.MaxValue, long.MaxValue].Select(value => value.ToString(CultureInfo.InvariantCulture)),
        Gen.Int[0, 100].Select(value => value + ".5"), Gen.Const("yes"), Gen.Const("on"), Gen.Const("TRUE"), Gen.Const("+1"), Gen.Const("01x"), Gen.Const("٣"),
        Junk.Where(text => text.Trim().Length > 0 && !int.TryParse(text, out _) && text != "true" && text != "false"));

    static readonly Gen<string> BadName = Gen.OneOf(Junk, Gen.Const("heater"), Gen.Const("PUMP"), Gen.Const(" pump"), Gen.Const("temperature"))
        .Where(name => name is not ("pump" or "fan"));

    static readonly Gen<string> Role = Any("viewer@example.com/x", "stranger@example.net/x", Operator);

    // ---- one plane after the other: what is good in it is not done either

    [TestMethod]
    public void OfControlOneBadParameterIsEnough() =>
        Check(Gen.Select(Gen.Int[0, 7], BadName, BadValue, Gen.Bool, Any("boolean", "int", "long", "double", "string", "date", "x"), Role).Select(
            (kind, name, value, isFirst, type, from) =>
            {
                const string Good = "<boolean name='pump' value='true'/><int name='fan' value='40'/>";
                string bad = kind switch
                {
                    0 => $"<{type} name='{Escape(name)}' value='1'/>",
                    1 => $"<boolean name='indicator' value='{Escape(value)}'/>",
                    2 => $"<{type}/>",
                    3 => "<boolean name='pump' value='false'/>",
                    4 => "<int name='fan' value='41'/>",
                    5 => $"<node nodeId='{Escape(name)}'/>",
                    6 => $"<{type} xmlns='urn:example:x' name='pump' value='1'/>",
                    _ => $"<x xmlns='jabber:x:data' type='submit'><field var='{Escape(name)}'><value>{Escape(value)}</value></field></x>",
                };
                string type2 = isFirst && kind is not (3 or 4) ? bad + Good : Good + bad;
                return (from, "set", $"<set xmlns='urn:xmpp:iot:control'>{type2}</set>");
            }));

    [TestMethod]
    public void OfControlABadValueIsNotSet() =>
        Check(Gen.Select(Any("pump", "fan"), BadValue, Any("boolean", "int", "long", "double", "string"), Gen.Bool, Role).Select(
            (name, value, type, isNew, from) => (from, "set", isNew
                ? $"<set xmlns='urn:nf:iot:ctr:1.0'><{(type == "boolean" ? "b" : type[..1])} n='{name}' v='{Escape(value)}'/></set>"
                : $"<set xmlns='urn:xmpp:iot:control'><{type} name='{name}' value='{Escape(value)}'/></set>")));

    [TestMethod]
    public void OfAFormOneBadFieldIsEnough() =>
        Check(Gen.Select(BadName, BadValue, Gen.Int[0, 2], Gen.Bool, Role).Select((name, value, kind, isFirst, from) =>
        {
            const string Good = "<field var='pump'><value>1</value></field>";
            string bad = kind switch
            {
                0 => $"<field var='{Escape(name)}'><value>1</value></field>",
                1 => $"<field var='fan'><value>{Escape(value)}</value></field>",
                _ => "<field var='fan' type='text-single'><value>50</value><value>60</value></field><field><value>1</value></field>",
            };
            return (from, "set", Planes.Command("set-actuators", $"<x xmlns='jabber:x:data' type='submit'>{(isFirst ? bad + Good : Good + bad)}</x>"));
        }));

    [TestMethod]
    public void OfACommandABadActionOrSessionIsEnough() =>
        Check(Gen.Select(Any("pump-on", "set-actuators", "identify", "read-sensors"), Junk, Gen.Int[0, 4], Role).Select((node, junk, kind, from) =>
            (from, kind == 4 ? "get" : "set", Planes.Command(kind == 3 ? node + "x" : node, "<x xmlns='jabber:x:data' type='submit'><field var='pump'><value>1</value></field></x>", kind switch
            {
                0 => $"action='complete' sessionid='{Escape(junk)}'",
                1 => $"action='{Escape(junk)}x'",
                2 => "action='complete' sessionid='1'",
                _ => "",
            }))));

    [TestMethod]
    public void OfAProcedureABadParameterIsEnough() =>
        Check(Gen.Select(BadName, BadValue, Any("i4", "int", "boolean", "double", "string", "base64", "x"), Gen.Int[0, 4], Role).Select(
            (name, value, type, kind, from) => (from, "set", kind switch
            {
                0 => Planes.Call("actuator.set", Parameter("string", name) + Parameter("boolean", "1")),
                1 => Planes.Call("actuator.set", Parameter("string", "fan") + Parameter(type, value)),
                2 => Planes.Call("actuator.set", Parameter("string", "fan") + Parameter("i4", "40") + Parameter(type, value)),
                3 => Planes.Call(name.Length > 0 ? name : "actuator.sett", Parameter("string", "fan") + Parameter("i4", "40")),
                _ => Planes.Call("actuator.set", Parameter("i4", "40") + Parameter("string", "fan")),
            })));

    [TestMethod]
    public void OfAReadOutABadMomentOrNameIsEnough() =>
        Check(Gen.Select(BadName.Where(name => name != "temperature"), Junk, Gen.Int[0, 5], Role).Select((name, junk, kind, from) => (from, "get", kind switch
        {
            0 => $"<req xmlns='urn:xmpp:iot:sensordata' seqnr='1' historical='true' from='{Escape(junk)}x'/>",
            1 => $"<req xmlns='urn:xmpp:iot:sensordata' seqnr='1' all='true' to='{Escape(junk)}x'/>",
            2 => $"<req xmlns='urn:xmpp:iot:sensordata' seqnr='1' when='{Escape(junk)}x'/>",
            3 => $"<req xmlns='urn:xmpp:iot:sensordata' seqnr='1'><field name='fan'/><field name='{Escape(name)}'/></req>",
            4 => $"<req xmlns='urn:xmpp:iot:sensordata' seqnr='{new string('7', 65)}{Escape(junk)}'/>",
            _ => $"<cancel xmlns='urn:xmpp:iot:sensordata' seqnr='{Escape(junk)}'/>",
        })));

    [TestMethod]
    public void OfTheHistoryABadMomentOrNameIsEnough() =>
        Check(Gen.Select(BadName.Where(name => name != "temperature"), Junk, Gen.Int[0, 2], Role).Select((name, junk, kind, from) =>
            (from, "set", Planes.Command("history", "<x xmlns='jabber:x:data' type='submit'>" + kind switch
            {
                0 => $"<field var='sensor'><value>{Escape(name)}</value></field>",
                1 => $"<field var='sensor'><value>temperature</value></field><field var='from'><value>{Escape(junk)}x</value></field>",
                _ => $"<field var='to'><value>{Escape(junk)}x</value></field><field var='sensor'><value>temperature</value></field>",
            } + "</x>"))));

    [TestMethod]
    public void NobodyButAnOwnerChangesWhoMayWhat() =>
        Check(Gen.Select(Junk, Any("owner", "operator", "none"), Role).Select((junk, role, from) => (from, "set", Planes.Command("access",
            $"<x xmlns='jabber:x:data' type='submit'><field var='jid'><value>{(junk.Length > 20 ? Escape(junk) : "viewer@example.com")}</value></field><field var='role'><value>{role}</value></field></x>"))));

    /// <summary>What has an id that leaves no room for an answer is not done either.</summary>
    [TestMethod]
    public void ARequestThatCannotBeAnsweredIsNotDone()
    {
        TestAgent agent = Shared();
        for (int length = 250; length < 3500; length += 50)
        {
            agent.Clock.Advance(200);
            string id = new('\'', length);
            agent.Hears($"<iq type='set' id=\"{id}\" from='{Operator}'>{Planes.Command("pump-on")}</iq>");
            bool isAnswered = agent.Transport.SentCount > 0;
            Assert.AreEqual(length <= 256 ? 1 : 0, agent.Board.Pump.Sets);
            Assert.IsTrue(isAnswered || length > 256);
            agent.Board.Pump.Sets = 0;
        }
    }

    /// <summary>Anything at all, made of the words that the planes are made of, from who may not set: no error is due where it is to be read.</summary>
    [TestMethod]
    public void WhateverSomebodyAsksWhoMayNotSet()
    {
        Gen<string> name = Any("command", "set", "req", "query", "x", "field", "value", "boolean", "int", "b", "methodCall", "methodName", "params", "param", "node", "cancel", "getForm");
        Gen<string> space = Any("http://jabber.org/protocol/commands", "urn:xmpp:iot:control", "urn:nf:iot:ctr:1.0", "urn:xmpp:iot:sensordata", "jabber:iq:rpc",
            "jabber:x:data", "jabber:iq:roster", "http://jabber.org/protocol/disco#items", "urn:example:x");
        Gen<string> text = Gen.OneOf(Any("pump", "fan", "pump-on", "set-actuators", "access", "true", "1", "40", "execute", "complete", "submit", "actuator.set"), Junk);
        Gen<string> attribute = Gen.Select(Any("node", "name", "value", "var", "type", "action", "sessionid", "seqnr", "n", "v", "nodeId", "all"), text)
            .Select((key, value) => $" {key}='{Escape(value)}'");
        Gen<string> leaf = Gen.Select(name, attribute, text).Select((tag, first, inside) => $"<{tag}{first}>{Escape(inside)}</{tag}>");
        Gen<string> twig = Gen.Select(name, attribute, leaf.Array[0, 3]).Select((tag, first, inside) => $"<{tag}{first}>{string.Concat(inside)}</{tag}>");
        Gen.Select(Any("get", "set"), Any("viewer@example.com/x", "stranger@example.net/x"), name, space, attribute, twig.Array[0, 4]).Sample(
            (type, from, tag, ns, first, inside) =>
            {
                TestAgent agent = Shared();
                DeviceCommand.Ask(agent, from, type, $"<{tag} xmlns='{ns}'{first}>{string.Concat(inside)}</{tag}>");
                AssertUntouched(agent);
            },
            iter: 3000, threads: 1);
    }

    /// <summary>A sentence with a word too many, or a value too large.</summary>
    [TestMethod]
    public void WhateverIsChatted()
    {
        Gen<string> bad = Gen.OneOf(
            Gen.Select(Any("pump on", "fan 40", "on pump", "pump on for 10 min"), Any("xyzzy", "not", "tomorrow", "1", "for")).Select((good, more) => good + " " + more),
            Gen.Int[101, int.MaxValue].Select(value => "fan " + value),
            Gen.Int[2, 1000].Select(value => "pump " + value),
            Any("pump", "fan").Select(Gen.Int[2, 200].Select(value => value * 3600), (name, seconds) => $"{name} on for {seconds * 24} s"),
            Junk.Select(junk => "pump on" + junk).Where(text => !string.Equals(text.Trim(' ', '.', ',', ':', ';', '!', '?', '-', '_', '/', '@', '\u20AC'), "pump on", StringComparison.Ordinal)
                && text.Length > 8 && char.IsLetterOrDigit(text[7])));
        Gen.Select(bad, Role).Sample(
            (text, from) =>
            {
                TestAgent agent = Shared();
                Element[] sent = ChatTests.Say(agent, from, Escape(text));
                Assert.IsLessThanOrEqualTo(1, sent.Length);
                AssertUntouched(agent);
            },
            iter: 2000, threads: 1);
        Gen.Select(Any("pump on", "fan 40", "on pump", "pump on for 10 min", "FAN 100"), Any("viewer@example.com/x", "stranger@example.net/x")).Sample(
            (text, from) =>
            {
                TestAgent agent = Shared();
                string? body = ChatTests.Body(ChatTests.Say(agent, from, text));
                Assert.AreEqual(from[0] == 'v' ? "not done: that takes an operator" : null, body);
                AssertUntouched(agent);
            },
            iter: 20, threads: 1);
    }

    [ThreadStatic]
    static TestAgent? shared;

    [ThreadStatic]
    static AccessList? access;

    /// <summary>One agent for all of a thread: what would be changed by the one stays for the next to see.</summary>
    static TestAgent Shared()
    {
        shared ??= TestAgent.Online(options => access = options.Access);
        // Nobody asks more often than he may.
        shared.Clock.Advance(200);
        return shared;
    }

    static void Check(Gen<(string From, string Type, string Payload)> requests) => requests.Sample(
        request =>
        {
            TestAgent agent = Shared();
            Element answer = DeviceCommand.Ask(agent, request.From, request.Type, request.Payload);
            bool isFault = answer.Find("fault") != null;
            Assert.IsTrue(isFault || DeviceCommand.Condition(answer) != null, "no error for " + request.Payload);
            foreach (string sent in agent.Transport.AllSent())
                XElement.Parse($"<s xmlns='jabber:client'>{sent}</s>");
            AssertUntouched(agent);
        },
        iter: 1000, threads: 1);

    static void AssertUntouched(TestAgent agent)
    {
        Assert.AreEqual("0 0", agent.Board.Pump.Sets + " " + agent.Board.Fan.Sets);
        Assert.AreEqual("Owner Operator Viewer", string.Join(' ', new[] { "owner", "operator", "viewer" }.Select(RoleOf)));
        Assert.IsNotNull(agent.Agent.Address);
    }

    static Xmpp.Role RoleOf(string name)
    {
        byte[] address = Encoding.UTF8.GetBytes(name + "@example.com");
        return access!.RoleOf(address, 0, address.Length);
    }

    static string Parameter(string type, string value) => $"<param><value><{type}>{Escape(value)}</{type}></value></param>";

    static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("'", "&#39;");
}
