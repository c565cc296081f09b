using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Commands, cuts, restarts and hands at the hardware, in whatever order: what must hold of the actuators holds.</summary>
[TestClass]
public sealed class ActuatorInvariantTests
{
    const int MaximumOnMs = 20_000;
    const int FailSafeAfterMs = 40_000;

    // A look at the actuators every second, and a turn.
    const int Slack = 1_500;

    /// <summary>Never two of a group are on, not even for an instant, as long as nobody's hand is in it; nothing is on for longer than it
    /// may; offline for long, and in safe mode, all is off.</summary>
    [TestMethod]
    public void WhateverHappens() => Gen.Int[0, 14].Array[1, 40].Sample(
        steps =>
        {
            House house = new();
            foreach (int step in steps)
            {
                house.Do(step);
                house.Check();
            }
        },
        iter: 400);

    sealed class House
    {
        readonly MemoryStore store = new();
        readonly TestBoard board = new();
        TestAgent agent;
        long pumpOnSince = -1;
        long offlineSince = -1;
        long before;
        bool isSafe;

        internal House()
        {
            board.Pump.WasSet = CheckTogether;
            board.Fan.WasSet = CheckTogether;
            agent = Start();
            agent.LogIn();
        }

        long Now => before + agent.Clock.Milliseconds;

        internal void Do(int step)
        {
            bool isOnline = agent.Agent.Address != null;
            switch (step)
            {
                case 0 or 1 when isOnline:
                    DeviceCommand.Execute(agent, "operator@example.com/x", step == 0 ? "pump-on" : "pump-off");
                    break;
                case 2 or 3 when isOnline:
                    DeviceCommand.Execute(agent, "operator@example.com/x", "set-actuators",
                        $"<x xmlns='jabber:x:data' type='submit'><field var='fan'><value>{(step - 2) * 70}</value></field></x>");
                    break;
                case 4:
                    agent.Transport.ConnectStatus = TransportStatus.Unreachable;
                    agent.Transport.Cut();
                    Run(1_000);
                    break;
                case 5:
                    agent.Transport.ConnectStatus = TransportStatus.Ok;
                    agent.LogIn();
                    break;
                case 6:
                    // The power fails: nothing is written any more.
                    before += agent.Clock.Milliseconds;
                    agent = Start();
                    offlineSince = -1;
                    break;
                case 7:
                    Run(3_000);
                    break;
                case 8:
                    Run(25_000);
                    break;
                case 9:
                    Run(50_000);
                    break;
                case 10 when isOnline:
                    DeviceCommand.Execute(agent, "stranger@example.com/x", "pump-on");
                    break;
                case 11 when isOnline:
                    DeviceCommand.Execute(agent, "operator@example.com/x", "timer",
                        "<x xmlns='jabber:x:data' type='submit'><field var='actuator'><value>pump</value></field>"
                        + "<field var='duration'><value>30 s</value></field></x>");
                    break;
                case 12 or 13 when isOnline:
                    SetSafeMode(step == 12);
                    break;
                default:
                    agent.Agent.Turn();
                    break;
            }
        }

        void SetSafeMode(bool isOn)
        {
            Element asked = DeviceCommand.Execute(agent, "operator@example.com/x", "safe-mode");
            DeviceCommand.Execute(agent, "operator@example.com/x", "safe-mode",
                $"<x xmlns='jabber:x:data' type='submit'><field var='safe-mode'><value>{(isOn ? 1 : 0)}</value></field>"
                + "<field var='confirm'><value>1</value></field></x>",
                asked.Find("command")!.Attribute("sessionid"));
            isSafe = isOn;
        }

        internal void Check()
        {
            CheckTogether();
            Assert.IsTrue(!isSafe || board.Pump.Value + board.Fan.Value == 0, "Something is on in safe mode.");
            pumpOnSince = board.Pump.Value == 0 ? -1 : pumpOnSince < 0 ? Now : pumpOnSince;
            offlineSince = agent.Agent.Address != null ? -1 : offlineSince < 0 ? Now : offlineSince;
            Assert.IsTrue(pumpOnSince < 0 || Now - pumpOnSince <= MaximumOnMs + Slack, "The pump is on for too long.");
            if (offlineSince >= 0 && Now - offlineSince > FailSafeAfterMs + (2 * Slack))
                Assert.AreEqual(0, board.Fan.Value, "The fan is on although nobody can reach the device.");
        }

        void CheckTogether() => Assert.IsFalse(board.Pump.Value > 0 && board.Fan.Value > 0, "Two of a group are on.");

        void Run(int milliseconds)
        {
            // So that time on is seen as it is, not as long as the step.
            for (int left = milliseconds; left > 0; left -= 500)
            {
                agent.Run(500);
                Check();
            }
        }

        TestAgent Start() => new(
            options =>
            {
                options.Store = store;
                foreach (string name in new[] { "pump", "fan" })
                {
                    options.Actuators.For(name).Interlock = "water";
                    options.Actuators.For(name).AtBoot = BootState.Last;
                }

                options.Actuators.For("pump").MaximumOnMs = MaximumOnMs;
                options.Actuators.For("fan").FailSafeAfterMs = FailSafeAfterMs;
            },
            board: board);
    }
}
