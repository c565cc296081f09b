using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Browser;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;
using static Microsoft.Playwright.Assertions;

namespace Presentity.Interop.Tests;

/// <summary>What a new user does with Converse.js, in a real browser, at a real Prosody, with a device that runs.</summary>
[TestClass]
public sealed class ConverseTests
{
    const string Domain = "example.org";
    const string Jid = "greenhouse@example.org";
    const string FullJid = Jid + "/agent";

    static ProsodyServer? prosody;
    static Device? device;
    static Operator? owner;
    static Chromium? chromium;

    Converse? converse;

    public TestContext TestContext { get; set; } = null!;

    static ProsodyServer Prosody => prosody!;

    static Device Device => device!;

    /// <summary>Sees by another client, slixmpp, what the device really does.</summary>
    static Operator Owner => owner!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _)
    {
        if (!Chromium.IsInstalled)
            SharedRig.Lacking("ConverseTests need the distribution's Chromium; on Debian run tests/servers/install-deps.sh as root.");
        if (!Converse.IsFetched)
            SharedRig.Lacking("ConverseTests need Converse.js; run tests/Interop.Tests/Browser/fetch.sh.");
        prosody = await ProsodyServer.StartWebAsync(Domain, Converse.WritePages);
        DeviceConfiguration configuration = new(prosody, await prosody.AddAsync(Jid, "secret of the device"));
        configuration.Keys["owner"] = "owner@example.org";
        configuration.Keys["operators"] = "operator@example.org";
        configuration.Keys["viewers"] = "viewer@example.org";
        device = Device.Start(configuration);
        chromium = await Chromium.StartAsync(prosody, Domain);
        await device.ConnectedAsync();
        owner = await Operator.LogInAsync(prosody, await prosody.AddAsync("owner@example.org", "secret of the owner"));
        Assert.IsTrue(await owner.SubscribeAsync(Jid));
        await owner.SeeAsync(FullJid, presence => presence.IsAvailable, "the device");
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        foreach (IAsyncDisposable? started in new IAsyncDisposable?[] { owner, chromium, device, prosody })
        {
            if (started is not null)
                await started.DisposeAsync();
        }
    }

    [TestCleanup]
    public async Task TellWhatWasThereAsync()
    {
        if (TestContext.CurrentTestOutcome != UnitTestOutcome.Passed)
        {
            if (converse is not null)
                TestContext.WriteLine("The page showed:\n" + await converse.Page.Locator("body").InnerTextAsync());
            TestContext.WriteLine("The device said:\n" + string.Join('\n', Device.Log.Since(0)));
        }

        if (converse is not null)
            await converse.DisposeAsync();
    }

    /// <summary>From the address to a pump that runs.</summary>
    [TestMethod]
    public async Task AnOperatorAddsReadsAndSwitches()
    {
        converse = await LogInAsync("operator");
        await converse.AddContactAsync(Jid, "Greenhouse", () => Pictures.TakeAsync(converse.Dialogue, "converse-add"));
        await converse.SeeAsync("Greenhouse", "online");
        await converse.SeeIconAsync("Greenhouse");
        await converse.KnowStatusAsync("Greenhouse", @"^-?[\d.]+ °C · \d+ % · .*pump off");

        // By chat: a table in letters of one width, and a switch.
        ILocator table = (await converse.SayAsync("read")).Locator("pre code");
        await Expect(table).ToHaveTextAsync(new Regex(@"^temperature  -?[\d.]+ °C\n(.*\n)*pump         off\n"));
        await Expect(await converse.SayAsync("Pump on for 10 min")).ToHaveTextAsync("pump is on for 10 min");
        await Pictures.TakeAsync(converse.Page, "converse-chat");
        Assert.AreEqual("1", await ActuatorAsync("pump"));
        await converse.KnowStatusAsync("Greenhouse", "pump on");
        await Expect(await converse.SayAsync("pump off")).ToHaveTextAsync("pump is off");
        Assert.AreEqual("0", await ActuatorAsync("pump"));

        // By command: what is read, one that switches, and the form.
        await converse.ListNoCommandsAsync(Jid);
        CollectionAssert.IsSubsetOf(new[] { "Read sensors", "Device status", "Pump on", "Pump off", "Set actuators" },
            await converse.ListCommandsAsync(FullJid, "Pump on"));
        ILocator readings = await converse.ExecuteAsync("Read sensors");
        await Expect(readings.GetByRole(AriaRole.Alert)).ToHaveTextAsync(new Regex(@"^temperature -?[\d.]+ °C · .* · pump off"));
        await Expect(readings.GetByLabel("Temperature (°C)")).ToHaveValueAsync(new Regex(@"^-?[\d.]+$"));
        ILocator pump = await converse.ExecuteAsync("Pump on");
        await Expect(pump.GetByRole(AriaRole.Alert)).ToHaveTextAsync("pump is on");
        await Expect(pump.GetByLabel("Pump")).ToBeCheckedAsync();
        await Pictures.TakeAsync(converse.Dialogue, "converse-commands");
        Assert.AreEqual("1", await ActuatorAsync("pump"));
        ILocator form = await converse.ExecuteAsync("Set actuators");
        await Expect(form.GetByLabel("Pump")).ToBeCheckedAsync();
        await form.GetByLabel("Pump").UncheckAsync();
        await form.GetByLabel("Fan (0 to 100 %)").FillAsync("40");
        await form.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await Expect(converse.Commands).ToContainTextAsync("pump is off · indicator is off · fan is 40 %");
        await Expect(form.GetByLabel("Fan (%)")).ToHaveValueAsync("40");
        Assert.AreEqual("0", await ActuatorAsync("pump"));
        Assert.AreEqual("40", await ActuatorAsync("fan"));
    }

    /// <summary>Who may only read is offered only that, and what he writes switches nothing.</summary>
    [TestMethod]
    public async Task AViewerReadsAndIsOfferedNoSwitch()
    {
        converse = await LogInAsync("viewer");
        await converse.AddContactAsync(Jid, "Greenhouse");
        await converse.SeeAsync("Greenhouse", "online");
        await Expect(await converse.SayAsync("temperature")).ToHaveTextAsync(new Regex(@"^temperature -?[\d.]+ °C$"));
        string before = await ActuatorAsync("indicator");
        await Expect(await converse.SayAsync("indicator " + (before == "0" ? "on" : "off"))).ToHaveTextAsync("not done: that takes an operator");
        string[] offered = await converse.ListCommandsAsync(FullJid, "Read sensors");
        Assert.IsFalse(offered.Any(name => Regex.IsMatch(name, "Pump|Indicator|Fan|actuators|Access|Identify")), string.Join(", ", offered));
        Assert.AreEqual(before, await ActuatorAsync("indicator"));
    }

    /// <summary>A stranger sees no device and is offered nothing.</summary>
    [TestMethod]
    public async Task AStrangerIsOfferedNothing()
    {
        converse = await LogInAsync("stranger");
        await converse.ListNoCommandsAsync(FullJid);
    }

    /// <summary>A new device is claimed by chat, and then added.</summary>
    [TestMethod]
    public async Task ANewDeviceIsClaimed()
    {
        DeviceConfiguration configuration = new(Prosody, await Prosody.AddAsync("shed@example.org", "secret of another device"));
        configuration.Keys["claim"] = "K7QF-3MXR-9TCA";
        await using Device shed = Device.Start(configuration);
        await shed.ConnectedAsync();
        converse = await LogInAsync("claimant");
        await converse.StartChatAsync("shed@example.org");
        await Expect(await converse.SayAsync("claim k7qf-3mxr-9tca")).ToHaveTextAsync("you own this device now");
        await converse.AddThisContactAsync("Shed");
        await converse.SeeAsync("Shed", "online");
        CollectionAssert.IsSubsetOf(new[] { "Access", "Pump on" }, await converse.ListCommandsAsync("shed@example.org/agent", "Access"));
    }

    static async Task<Converse> LogInAsync(string name) =>
        await Converse.LogInAsync(chromium!, Prosody, await Prosody.AddAsync(name + "@example.org", "secret of " + name));

    /// <summary>What an actuator is, as the owner is told.</summary>
    static async Task<string> ActuatorAsync(string name)
    {
        CommandResult form = await Owner.ExecuteAsync(FullJid, "set-actuators");
        await Owner.CancelAsync(FullJid, form);
        return form.Fields[name].Value;
    }
}
