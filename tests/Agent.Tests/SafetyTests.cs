using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What the actuators are at boot, how long they may be on, which exclude each other, and what they are when nobody can reach the
/// device.</summary>
[TestClass]
public sealed class SafetyTests
{
    const string Operator = "operator@example.com/x";

    [TestMethod]
    [DataRow(BootState.Off, "", 0)]
    [DataRow(BootState.On, "", 100)]
    [DataRow(BootState.Last, "", 0)]
    [DataRow(BootState.Last, "fan=40\n", 40)]
    [DataRow(BootState.Last, "pump=1\nfan=40\n", 40)]
    [DataRow(BootState.Last, "fan=101\n", 0)]
    [DataRow(BootState.Last, "fan=-1\n", 0)]
    [DataRow(BootState.Last, "fan=\n", 0)]
    [DataRow(BootState.Off, "fan=40\n", 0)]
    public void AtBoot(BootState state, string remembered, int expected)
    {
        MemoryStore store = new();
        if (remembered.Length > 0)
            store.Files["actuators.state"] = Encoding.UTF8.GetBytes(remembered);
        TestAgent agent = new(options =>
        {
            options.Store = store;
            options.Actuators.For("fan").AtBoot = state;
        });
        Assert.AreEqual(expected, agent.Board.Fan.Value);
        Assert.AreEqual(0, agent.Board.Pump.Value);
    }

    [TestMethod]
    public void AtBootWhatDoesNotObeyIsToldAndTheOthersAreSet()
    {
        TestAgent agent = new(options => options.Actuators.For("fan").AtBoot = BootState.On, board => board.Pump.IsBroken = true);
        Assert.AreEqual(100, agent.Board.Fan.Value);
        Assert.IsTrue(agent.Log.Has(LogLevel.Error, "at boot: pump did not obey: it is unavailable"));
    }

    [TestMethod]
    public void WhatWasSetLastIsRememberedAndFlashIsSpared()
    {
        MemoryStore store = new();
        TestAgent agent = TestAgent.Online(options =>
        {
            options.Store = store;
            options.Actuators.For("pump").AtBoot = BootState.Last;
        });
        int before = store.Writes;
        for (int i = 0; i < 20; i++)
            DeviceCommand.Execute(agent, Operator, i % 2 == 0 ? "pump-off" : "pump-on");
        agent.Run(21_000);
        Assert.IsLessThanOrEqualTo(2, store.Writes - before);
        Assert.AreEqual("pump=1\n", Encoding.UTF8.GetString(store.Files["actuators.state"]));
        DeviceCommand.Execute(agent, Operator, "pump-off");
        agent.Agent.Stop("switched off");
        agent.Run(5_000);
        Assert.AreEqual("pump=0\n", Encoding.UTF8.GetString(store.Files["actuators.state"]));
    }

    [TestMethod]
    public void NothingIsOnForLongerThanItMay()
    {
        TestAgent agent = TestAgent.Online(options => options.Actuators.For("pump").MaximumOnMs = 60_000);
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Run(30_000);
        // Once more does not begin its time anew.
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Run(29_000);
        Assert.AreEqual(1, agent.Board.Pump.Value);
        agent.Transport.ForgetSent();
        agent.Run(1_100);
        Assert.AreEqual(0, agent.Board.Pump.Value);
        Assert.Contains("pump off", agent.LastPresence().TextOf("status")!);
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "pump is off: its time is over"));
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Run(59_000);
        Assert.AreEqual(1, agent.Board.Pump.Value);
    }

    [TestMethod]
    public void WhatIsSwitchedOnAtTheHardwareIsSwitchedOffToo()
    {
        TestAgent agent = TestAgent.Online(options => options.Actuators.For("pump").MaximumOnMs = 10_000);
        agent.Board.Pump.TrySet(1);
        agent.Run(9_000);
        Assert.AreEqual(1, agent.Board.Pump.Value);
        agent.Run(3_000);
        Assert.AreEqual(0, agent.Board.Pump.Value);
    }

    [TestMethod]
    public void WhatDoesNotGoOffIsTriedAgainAndToldOnce()
    {
        TestAgent agent = TestAgent.Online(options => options.Actuators.For("pump").MaximumOnMs = 10_000);
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Board.Pump.IsStuck = true;
        int sets = agent.Board.Pump.Sets;
        agent.Run(60_000);
        Assert.IsGreaterThan(40, agent.Board.Pump.Sets - sets);
        Assert.HasCount(1, System.Array.FindAll(agent.Log.Lines, line => line.Contains("its time is over, and pump did not obey")));
        agent.Board.Pump.IsStuck = false;
        agent.Run(2_000);
        Assert.AreEqual(0, agent.Board.Pump.Value);
    }

    [TestMethod]
    public void WhatExcludesAnotherSwitchesItOffFirst()
    {
        TestAgent agent = Interlocked();
        DeviceCommand.Execute(agent, Operator, "pump-on");
        Element answer = DeviceCommand.Execute(agent, Operator, "set-actuators", Form("fan", "40"), Session(agent));
        Assert.AreEqual("fan is 40 %", answer.Find("note")!.Text);
        Assert.AreEqual(0, agent.Board.Pump.Value);
        Assert.AreEqual(40, agent.Board.Fan.Value);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void WhatExcludesAnotherThatDoesNotGoOffStaysOff(bool isBroken)
    {
        TestAgent agent = Interlocked();
        DeviceCommand.Execute(agent, Operator, "set-actuators", Form("fan", "40"), Session(agent));
        agent.Board.Fan.IsBroken = isBroken;
        agent.Board.Fan.IsStuck = !isBroken;
        Element answer = DeviceCommand.Execute(agent, Operator, "pump-on");
        Assert.AreEqual("error", answer.Find("note")!.Attribute("type"));
        Assert.AreEqual("pump must not be on while fan cannot be switched off: it is off", answer.Find("note")!.Text);
        Assert.AreEqual(0, agent.Board.Pump.Value);
    }

    [TestMethod]
    public void AFormThatWantsBothChangesNothing()
    {
        TestAgent agent = Interlocked();
        Element answer = DeviceCommand.Execute(agent, Operator, "set-actuators",
            "<x xmlns='jabber:x:data' type='submit'><field var='pump'><value>1</value></field><field var='fan'><value>5</value></field></x>",
            Session(agent));
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.Contains("pump and fan must not be on together", agent.Transport.LastSent());
        Assert.AreEqual(0, agent.Board.Pump.Value + agent.Board.Fan.Value);
    }

    [TestMethod]
    public void AtBootTheFirstOfAGroupIsOn()
    {
        TestAgent agent = new(options =>
        {
            foreach (string name in new[] { "pump", "fan" })
            {
                options.Actuators.For(name).AtBoot = BootState.On;
                options.Actuators.For(name).Interlock = "water";
            }
        });
        Assert.AreEqual(1, (agent.Board.Pump.Value > 0 ? 1 : 0) + (agent.Board.Fan.Value > 0 ? 1 : 0));
    }

    [TestMethod]
    public void OfflineForLongIsFailSafe()
    {
        TestAgent agent = TestAgent.Online(options =>
        {
            options.Actuators.For("pump").FailSafeAfterMs = 60_000;
            options.Actuators.For("fan").FailSafe = 30;
            options.Actuators.For("fan").FailSafeAfterMs = 120_000;
        });
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Transport.ConnectStatus = TransportStatus.Unreachable;
        agent.Transport.Cut();
        agent.Run(58_000);
        Assert.AreEqual(1, agent.Board.Pump.Value);
        agent.Run(4_000);
        Assert.AreEqual(0, agent.Board.Pump.Value);
        Assert.AreEqual(0, agent.Board.Fan.Value);
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "offline: pump is off"));
        agent.Run(60_000);
        Assert.AreEqual(30, agent.Board.Fan.Value);
        // What somebody sets at the hardware stays, until the device was online and is offline again.
        agent.Board.Fan.TrySet(0);
        agent.Run(300_000);
        Assert.AreEqual(0, agent.Board.Fan.Value);
    }

    [TestMethod]
    public void AShortCutIsNotOffline()
    {
        TestAgent agent = TestAgent.Online(options => options.Actuators.For("pump").FailSafeAfterMs = 60_000);
        DeviceCommand.Execute(agent, Operator, "pump-on");
        for (int i = 0; i < 5; i++)
        {
            agent.Transport.Cut();
            agent.Run(1_000);
            agent.LogIn();
            agent.Run(20_000);
        }

        Assert.AreEqual(1, agent.Board.Pump.Value);
    }

    static TestAgent Interlocked() => TestAgent.Online(options =>
    {
        options.Actuators.For("pump").Interlock = "water";
        options.Actuators.For("fan").Interlock = "water";
    });

    static string Session(TestAgent agent) =>
        DeviceCommand.Execute(agent, Operator, "set-actuators").Find("command")!.Attribute("sessionid")!;

    static string Form(string name, string value) =>
        "<x xmlns='jabber:x:data' type='submit'><field var='" + name + "'><value>" + value + "</value></field></x>";
}
