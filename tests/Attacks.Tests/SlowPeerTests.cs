using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>A peer that says nothing, or next to nothing, holds a device no longer than a silent one may.</summary>
/// <remarks>The device is less patient here than it is, and the peer as much less slow: a byte each 50 ms is to a second what a byte a
/// second is to 20.</remarks>
[TestClass]
public sealed class SlowPeerTests
{
    const int Limit = 1000;

    static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(50);

    // Of which the rest is the login before, and a machine with other things to do.
    static readonly TimeSpan Within = TimeSpan.FromSeconds(8);

    [TestMethod]
    [DataRow("")]
    [DataRow(HostileConnection.Header)]
    public async Task BeforeTls(string drips) => (await AttackAsync(static _ => Task.CompletedTask, drips))
        .AssertEnd(SessionEnd.TimedOut, "the login took too long", Within);

    [TestMethod]
    [DataRow("", false)]
    [DataRow("", true)]
    [DataRow("\x16\x03\x03\x40\x00\x02\x00\x3F\xFC\x03\x03", false)]
    [DataRow("\x16\x03\x03\x40\x00\x02\x00\x3F\xFC\x03\x03", true)]
    public async Task InTheHandshake(string drips, bool direct)
    {
        Ordeal ordeal = await AttackAsync(
            async server =>
            {
                if (!direct)
                    await server.ProceedAsync();
                await server.Raw.ReadAtLeastAsync(new byte[100], 100);
            },
            drips, direct);
        ordeal.AssertEnd(
            direct ? SessionEnd.Network : SessionEnd.TimedOut,
            "localhost did not finish the TLS handshake in time; check that the port is right",
            Within);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(HostileConnection.Header)]
    public async Task UnderTls(string drips) => (await AttackAsync(static server => server.SecureAsync(), drips))
        .AssertEnd(SessionEnd.TimedOut, "the login took too long", Within);

    [TestMethod]
    [DataRow("")]
    [DataRow("<stream:features>")]
    public async Task BehindTheLogin(string drips)
    {
        Ordeal ordeal = await AttackAsync(
            async server =>
            {
                await server.AuthenticateAsync();
                await server.OpenAsync("");
            },
            drips);
        ordeal.AssertEnd(SessionEnd.TimedOut, "the login took too long", Within);
    }

    // Whole elements, none of which is the answer that is waited for.
    [TestMethod]
    [DataRow("")]
    [DataRow("<iq type='result' id='other'/>")]
    public async Task InsteadOfAnAddress(string elements)
    {
        Ordeal ordeal = await HostileServer.AttackAsync(
            async server =>
            {
                await server.BeginBindAsync();
                await (elements.Length > 0 ? server.SayUntilHungUpAsync(elements, Drip) : server.HearOutAsync());
            },
            hurry: Hurry);
        ordeal.AssertEnd(SessionEnd.TimedOut, "the login took too long", Within);
    }

    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("<message><body>", DisplayName = "a stanza")]
    [DataRow(" ", DisplayName = "white space")]
    public async Task Online(string drips) => (await AttackAsync(static server => server.LogInAsync(), drips, hurry: HurryOnline))
        .AssertEnd(SessionEnd.TimedOut, "the server no longer answers", Within);

    // It asks without end, and does not read the answers.
    [TestMethod]
    public async Task OneThatDoesNotRead()
    {
        string request = $"<iq type='get' id='x' from='{AttackedDevice.Owner}/x'>"
            + "<query xmlns='http://jabber.org/protocol/disco#info'/></iq>";
        Ordeal ordeal = await HostileServer.AttackAsync(
            async server =>
            {
                await server.LogInAsync();
                await server.SayUntilHungUpAsync(string.Concat(Enumerable.Repeat(request, 100)));
            });
        ordeal.AssertEnd(SessionEnd.Network, "the server has not taken what was sent for 1.5 s", TimeSpan.FromSeconds(20));
    }

    /// <summary>Says this a byte at a time, and then `x` for ever; or, when there is nothing to say, nothing.</summary>
    static Task<Ordeal> AttackAsync(
        Func<HostileConnection, Task> begin, string drips, bool direct = false, Action<SessionOptions>? hurry = null) => HostileServer.AttackAsync(
        async server =>
        {
            await begin(server);
            if (drips.Length == 0)
                await server.HearOutAsync();
            else
                await server.SayUntilHungUpAsync(Bytes(drips), Drip);
        },
        direct, hurry ?? Hurry);

    static IEnumerable<byte[]> Bytes(string drips)
    {
        foreach (char drip in drips)
            yield return [(byte)drip];
        while (true)
            yield return [(byte)drips[^1]];
    }

    static void Hurry(SessionOptions options)
    {
        options.ConnectTimeoutMs = Limit;
        options.NegotiationTimeoutMs = 2 * Limit;
        options.AnswerTimeoutMs = Limit;
    }

    // The login before it is not to fail on a slow machine.
    static void HurryOnline(SessionOptions options) => options.AnswerTimeoutMs = options.PingAfterMs = Limit;
}
