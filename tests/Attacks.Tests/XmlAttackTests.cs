using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>XML without an end, without a bottom, or with what XMPP does not have. Before the login it ends the stream; behind it whoever
/// may write to the device could otherwise end its stream, so that there it does no harm.</summary>
[TestClass]
public sealed class XmlAttackTests
{
    const int Deep = 10_000;
    const int Large = 10_000_000;

    const string Text = "http://etherx.jabber.org/streams";

    [TestMethod]
    [DataRow("<stream:stream xmlns:stream='" + Text, "x", DisplayName = "a value")]
    [DataRow("<stream:stream a", "a", DisplayName = "a name")]
    [DataRow("<stream:stream ", "xmlns:a#='urn:example:#' ", DisplayName = "declarations")]
    [DataRow("<stream:stream ", "a#='' ", DisplayName = "attributes")]
    [DataRow("<?xml version='1.0'", " ", DisplayName = "an XML declaration")]
    [DataRow("<", "x", DisplayName = "a root")]
    public async Task EndlessHeader(string start, string more)
    {
        foreach (bool secure in new[] { false, true })
        {
            Ordeal ordeal = await AttackAsync(secure, async server =>
            {
                await server.SayAsync(start);
                await server.SayUntilHungUpAsync(Numbered(more));
            });
            ordeal.AssertEnd(SessionEnd.Violation, "what answers on this port does not speak XMPP: ");
        }
    }

    [TestMethod]
    public async Task EndlessWhiteSpaceBeforeTheHeader()
    {
        Ordeal ordeal = await HostileServer.AttackAsync(
            server => server.SayUntilHungUpAsync(new string(' ', 1000)), hurry: options => options.NegotiationTimeoutMs = 1500);
        ordeal.AssertEnd(SessionEnd.TimedOut, "the login took too long");
    }

    [TestMethod]
    public async Task EndlessWhiteSpaceBehindTheHeader()
    {
        Ordeal ordeal = await HostileServer.AttackAsync(
            async server =>
            {
                await server.OpenAsync("");
                await server.SayUntilHungUpAsync(new string(' ', 1000));
            },
            hurry: options => options.NegotiationTimeoutMs = 1500);
        ordeal.AssertEnd(SessionEnd.TimedOut, "the login took too long");
    }

    // What begins and does not end is passed over: it takes no room, and the time ends it.
    [TestMethod]
    [DataRow("<stream:features>", "<x xmlns='urn:example:x'/>", SessionEnd.Violation, DisplayName = "children")]
    [DataRow("<stream:features>", "x", SessionEnd.TimedOut, DisplayName = "a text")]
    [DataRow("<stream:features a='", "x", SessionEnd.TimedOut, DisplayName = "an attribute")]
    [DataRow("<stream:features>", "<x>", SessionEnd.TimedOut, DisplayName = "depth")]
    public async Task EndlessFeatures(string start, string more, SessionEnd end)
    {
        foreach (bool secure in new[] { false, true })
        {
            Ordeal ordeal = await AttackAsync(
                secure,
                async server =>
                {
                    await server.OpenAsync(start);
                    await server.SayUntilHungUpAsync(Numbered(more));
                },
                end == SessionEnd.TimedOut ? options => options.NegotiationTimeoutMs = options.AnswerTimeoutMs = 1500 : null);
            ordeal.AssertEnd(end, end == SessionEnd.TimedOut
                ? "the login took too long" : "the server sent more than fits before the login was done");
        }
    }

    // A whole element that is too deep, before the login.
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task DeepNestingBeforeTheLogin(bool secure)
    {
        Ordeal ordeal = await AttackAsync(secure, async server =>
        {
            await server.OpenAsync("<stream:features>" + Repeat("<x>", Deep) + Repeat("</x>", Deep) + "</stream:features>");
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Violation, "the server sent more than fits before the login was done");
    }

    [TestMethod]
    [DataRow("<message from='stranger@example.net/x'>", "</message>", DisplayName = "a message")]
    [DataRow("<iq type='set' id='deep' from='" + AttackedDevice.Owner + "/x'>", "</iq>", DisplayName = "a request")]
    [DataRow("<presence from='" + AttackedDevice.Owner + "/x'>", "</presence>", DisplayName = "presence")]
    public async Task DeepNesting(string start, string end)
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.LogInAsync();
            await server.SayAsync(start + Repeat("<a xmlns='urn:example:#'>", Deep) + Repeat("</a>", Deep) + end);
            await server.PingAndCloseAsync();
        });
        ordeal.AssertEnd(SessionEnd.ClosedByServer, "the server closed the stream");
        if (start.StartsWith("<iq", StringComparison.Ordinal))
            AssertAnswered(seen!.Heard, "deep", "policy-violation");
    }

    [TestMethod]
    [DataRow("<message from='stranger@example.net/x' a='#'/>", "", DisplayName = "in a message")]
    [DataRow("<message from='stranger@example.net/x'><body a='#'/></message>", "", DisplayName = "inside a message")]
    [DataRow("<message from='#'/>", "", DisplayName = "a sender")]
    [DataRow("<iq type='set' id='large' from='" + AttackedDevice.Owner + "/x'><x xmlns='urn:example:x' a='#'/></iq>", "policy-violation",
        DisplayName = "in a request")]
    [DataRow("<iq type='set' id='large' from='stranger@example.net/x'><x xmlns='urn:example:x' a='#'/></iq>", "service-unavailable",
        DisplayName = "in a stranger's")]
    [DataRow("<iq type='get' id='large' from='" + AttackedDevice.Owner + "/x'><ping xmlns='#'/></iq>", "policy-violation",
        DisplayName = "a namespace")]
    public async Task LargeAttribute(string stanza, string answer)
    {
        HostileConnection? seen = null;
        string[] parts = stanza.Split('#');
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.LogInAsync();
            await server.SayAsync(parts[0]);
            await server.SayAsync(Encoding.ASCII.GetBytes(new string('x', Large)));
            await server.SayAsync(parts[1]);
            await server.PingAndCloseAsync();
        });
        ordeal.AssertEnd(SessionEnd.ClosedByServer, "the server closed the stream", TimeSpan.FromSeconds(20));
        if (answer.Length > 0)
            AssertAnswered(seen!.Heard, "large", answer);
    }

    [TestMethod]
    [DataRow("\xC0\xAF", DisplayName = "overlong")]
    [DataRow("\xED\xA0\x80", DisplayName = "a surrogate")]
    [DataRow("\xF4\x90\x80\x80", DisplayName = "beyond Unicode")]
    [DataRow("\x80", DisplayName = "the middle of a character")]
    [DataRow("\xE2\x82<", DisplayName = "cut short")]
    [DataRow("\xFF\xFE", DisplayName = "UTF-16")]
    public async Task InvalidUtf8(string bytes)
    {
        byte[] invalid = Encoding.Latin1.GetBytes(bytes);
        byte[] text = [.. "<message from='stranger@example.net/x'><body>"u8, .. invalid, .. "</body></message>"u8];
        byte[] value = [.. "<message a='"u8, .. invalid, .. "'/>"u8];
        await AssertBadXmlAsync(text, "unsupported-encoding", "bytes that are not UTF-8");
        await AssertBadXmlAsync(value, "unsupported-encoding", "bytes that are not UTF-8");
        Ordeal ordeal = await AttackAsync(secure: true, async server =>
        {
            await server.SayAsync([.. Encoding.UTF8.GetBytes(HostileConnection.Header[..^1]), .. " a='"u8, .. invalid, .. "'>"u8]);
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Violation, "what answers on this port does not speak XMPP: ");
    }

    // RFC 6120 §11.1
    [TestMethod]
    [DataRow("<!DOCTYPE stream SYSTEM 'http://127.0.0.1/evil.dtd'>", "a document type declaration", DisplayName = "DTD")]
    [DataRow("<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><message><body>&x;</body></message>", "a document type declaration",
        DisplayName = "entity of a file")]
    [DataRow("<message><body>&lol9;</body></message>", "an entity that XMPP does not have", DisplayName = "entity")]
    [DataRow("<message><body a='&lol9;'/></message>", "an entity that XMPP does not have", DisplayName = "entity in a value")]
    [DataRow("<!-- x -->", "a comment", DisplayName = "comment")]
    [DataRow("<?php exit() ?>", "a processing instruction", DisplayName = "processing instruction")]
    public async Task RestrictedXml(string xml, string named)
    {
        await AssertBadXmlAsync(Encoding.UTF8.GetBytes(xml), "restricted-xml", named);
        if (!xml.StartsWith('<') || xml.StartsWith("<m", StringComparison.Ordinal))
            return;
        Ordeal ordeal = await AttackAsync(secure: false, async server =>
        {
            await server.SayAsync("<?xml version='1.0'?>" + xml + HostileConnection.Header[21..]);
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Violation, "what answers on this port does not speak XMPP: ");
    }

    // A billion laughs: refused at its first line, so that nothing is ever expanded.
    [TestMethod]
    public async Task EntityBomb()
    {
        var bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'>");
        for (int i = 1; i < 10; i++)
            bomb.Append($"<!ENTITY lol{i} '{Repeat($"&lol{(i > 1 ? i - 1 : "")};", 10)}'>");
        bomb.Append("]>").Append(HostileConnection.Header[21..]).Append("<message><body>&lol9;</body></message>");
        foreach (bool secure in new[] { false, true })
        {
            Ordeal ordeal = await AttackAsync(secure, async server =>
            {
                await server.SayAsync(bomb.ToString());
                await server.HearOutAsync();
            });
            ordeal.AssertEnd(SessionEnd.Violation, "what answers on this port does not speak XMPP: ", TimeSpan.FromSeconds(5));
        }
    }

    /// <summary>From a server that the device is logged in to.</summary>
    static async Task AssertBadXmlAsync(byte[] bytes, string condition, string named)
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.LogInAsync();
            await server.SayAsync(bytes);
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Violation, $"the server sent bad XML: {condition} ({named})");
        StringAssert.EndsWith(seen!.Heard,
            $"<stream:error><{condition} xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
    }

    /// <summary>At the device's header, in clear or under TLS.</summary>
    static Task<Ordeal> AttackAsync(bool secure, Func<HostileConnection, Task> attack, Action<SessionOptions>? hurry = null) =>
        HostileServer.AttackAsync(
            async server =>
            {
                if (secure)
                    await server.SecureAsync();
                await attack(server);
            },
            hurry: hurry);

    static void AssertAnswered(string heard, string id, string condition)
    {
        int at = heard.IndexOf($"<iq type='error' id='{id}'", StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, heard);
        string answer = heard[at..heard.IndexOf("</iq>", at, StringComparison.Ordinal)];
        StringAssert.Contains(answer, $"<{condition} ");
    }

    /// <summary>The text without end, with the number of each in the place of #.</summary>
    static IEnumerable<byte[]> Numbered(string text)
    {
        for (int i = 0; ; i += 100)
            yield return Encoding.UTF8.GetBytes(Repeat(text, 100, i));
    }

    static string Repeat(string text, int times, int first = 0) =>
        string.Concat(Enumerable.Range(first, times).Select(number => text.Replace("#", number.ToString(), StringComparison.Ordinal)));
}
