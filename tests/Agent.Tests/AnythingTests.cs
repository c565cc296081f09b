using System;
using System.Linq;
using System.Xml.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Commands in whatever order, from whomever.</summary>
[TestClass]
public sealed class AnythingTests
{
    /// <summary>Whatever comes in whatever order: each request has one answer, and the actuators are as the last acknowledged set says.</summary>
    [TestMethod]
    public void WhateverComes()
    {
        Gen.Int[0, 9].Array[1, 60].Sample(
            steps =>
            {
                TestAgent agent = TestAgent.Online();
                int pump = 0;
                int fan = 0;
                foreach (int step in steps)
                {
                    // Nobody asks more often than he may.
                    agent.Clock.Advance(200);
                    switch (step)
                    {
                        case 0 or 1:
                            pump = Set(agent, step == 0 ? "pump-on" : "pump-off") ? 1 - step : pump;
                            break;
                        case 2 or 3:
                            fan = Note(DeviceCommand.Execute(agent, "owner@example.com/x", "set-actuators",
                                $"<x xmlns='jabber:x:data' type='submit'><field var='fan'><value>{step * 40}</value></field></x>"))?.StartsWith("fan is ", StringComparison.Ordinal) == true
                                ? step * 40 : fan;
                            break;
                        case 4:
                            agent.Board.Pump.IsStuck = !agent.Board.Pump.IsStuck;
                            break;
                        case 5:
                            agent.Transport.Cut();
                            agent.Agent.Turn();
                            agent.LogIn();
                            break;
                        case 6:
                            agent.Transport.Wake();
                            agent.Run(37_000);
                            break;
                        case 7:
                            DeviceCommand.Execute(agent, "stranger@example.com/x", "pump-on");
                            break;
                        case 8:
                            DeviceCommand.Execute(agent, "operator@example.com/x", "set-actuators");
                            break;
                        default:
                            DeviceCommand.Execute(agent, "viewer@example.com/x", "pump-off");
                            break;
                    }

                    Assert.AreEqual(pump, agent.Board.Pump.Value);
                    Assert.AreEqual(fan, agent.Board.Fan.Value);
                    foreach (string sent in agent.Transport.AllSent().Where(text => text[1] is 'i' or 'p' or 'm'))
                        Assert.AreEqual("s", XElement.Parse($"<s xmlns='jabber:client'>{sent}</s>").Name.LocalName);
                }
            },
            iter: 150);
    }

    static bool Set(TestAgent agent, string node) =>
        Note(DeviceCommand.Execute(agent, "operator@example.com/x", node))!.StartsWith("pump is", StringComparison.Ordinal);

    static string? Note(Element answer) => answer.TextOf("note");
}
