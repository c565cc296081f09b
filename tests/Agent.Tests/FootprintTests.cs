using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>What the agent keeps, in bytes of the chip's heap: at most 24 KB, 3 KB for what brings a session back, 3.5 KB for
/// what programs ask, what is remembered, 3 KB for what makes it one of many, 4.5 KB for what operators look after it by, and 3 KB for
/// the other parts that it may do without, as
/// docs/FOOTPRINT.md says.</summary>
[TestClass]
public sealed class FootprintTests
{
    // Of nanoFramework on the ESP32: a block, and the head of an array, which takes two.
    const int Block = 12;
    const int ArrayHead = 24;

    const int Budget = 24 * 1024;

    const int ResumptionBudget = 3 * 1024;

    const int PartsBudget = 3 * 1024;

    const int MachinesBudget = 3584;

    const int BytesPerSensor = 984;

    const int HistoryBudget = 960;

    const int FleetBudget = 3 * 1024;

    const int MaintenanceBudget = 4608;

    // What this part has added to classes of the core, and to the buffer for what is sent.
    static readonly string[] maintenanceFields =
    [
        "DeviceAgent.lastCommands", "DeviceAgent.settings", "DeviceAgent.StartsAgain",
        "DeviceAgent.nick", "DeviceAgent.place", "DeviceAgent.named", "DeviceAgent.namedBy", "DeviceAgent.words", "DeviceAgent.model", "LastActivity.Changes", "CommandRequest.Session", "CommandRequest.Action", "CommandRequest.Stage",
        "CommandRequest.Chosen", "CommandRequest.HasOnlyLooked", "CommandSessions.Stages", "CommandSessions.Chosen",
    ];

    // The buffer for what is sent is larger with this part.
    const int MoreRoom = 1024;

    int inMaintenance;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void WhatTheAgentKeepsFitsTheChip()
    {
        TestAgent online = TestAgent.Online(options => options.Fleet.Room = Jid.Parse("fleet@conference.example.com/greenhouse"));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance)
        {
            online.Transport, online.Clock, online.Log, online.Board, online.Board.Temperature, online.Board.Button, online.Board.Pump, online.Board.Fan,
        };
        object session = Of(online.Agent, "session")[0];
        // What the desktop alone finds words by.
        seen.UnionWith(Of(Of(session, "vocabulary")[0], "keys", "words"));
        object[] comingBack = Of(session, "management", "limits", "sasl");
        object[] parts = [.. Of(online.Agent, "guard", "alarms", "limit", "claim", "changes", "speech"), .. Chain(Of(session, "Router")[0]).OfType<ChatPlane>()];
        AgentOptions options = (AgentOptions)Of(online.Agent, "options")[0];
        object[] fleet = [.. Of(online.Agent, "contacts", "room", "roomAlarms"), .. Of(Of(online.Agent, "room")[0], "info", "ping", "Address"),
            options.Fleet, options.Fleet.Room!, options.Access.Groups!, .. Chain(Of(session, "Router")[0]).Where(static handler => handler is Invitations or RoomChat)];
        object[] past = [.. Of(online.Agent, "history"), .. Commands(online.Agent).Where(command => command is HistoryCommand)];
        object[] machines = [.. Of(online.Agent, "readOuts", "personal"), .. ((IqHandler[])Of(Of(session, "Router")[0], "Handlers")[0]).Where(IsForMachines)];
        object[] maintenance = [.. Of(online.Agent, "lastCommands", "settings"), .. ((Command[])Of(Of(online.Agent, "commands")[0], "commands")[0]).Where(IsForMaintenance)];
        // The icon and the second vocabulary are the desktop's.
        object[] desktop = [.. machines.Where(IsSecond), .. ((PersonalItem[])Of(machines[1], "items")[0]).Where(item => item is AvatarData or AvatarMetadata)];
        // What they share with the core is the core's.
        seen.UnionWith(comingBack);
        seen.UnionWith(parts);
        seen.UnionWith(machines);
        seen.UnionWith(past);
        seen.UnionWith(fleet);
        seen.UnionWith(maintenance);
        seen.UnionWith(desktop);
        int others = seen.Count;
        int bytes = Measure(online.Agent, seen);
        // The words of all parts, and of the desktop, are in one table with those of the core.
        bytes -= Words(Word.ScramSha512 + 1, Vocabulary.Create().Count);
        // So is what is larger for more words than the core has.
        var heads = (ushort[])Of(Of(session, "vocabulary")[0], "heads")[0];
        bytes -= MeasureArray(heads, seen) - MeasureArray(heads[..256], seen);
        int looking = Words(Word.ListMulti, Word.Lang) + inMaintenance + MoreRoom;
        bytes -= inMaintenance + MoreRoom;
        int objects = seen.Count - others;
        int resumption = Words(Ns.StreamManagement, Ns.Pars - 1) + MeasurePart(comingBack, seen);
        int more = Words(Ns.Pars, Ns.Control - 1) + MeasurePart(parts, seen);
        int forFleet = Words(Ns.Room, Word.MucNonanonymous) + MeasurePart(fleet, seen);
        looking += MeasurePart(maintenance, seen);
        int forMachines = Words(Ns.Control, Word.AutomaticReadout) + MeasurePart([.. machines.Except(desktop)], seen);
        int remembered = Words(Word.HistoricalSecond, Word.HistoricalOther) + MeasurePart(past, seen);
        TestContext.WriteLine($"{objects} objects, {bytes} bytes; {resumption} bytes more for what brings a session back, "
            + $"{forMachines} for what programs ask, {more} for other parts, {remembered} for what is remembered of two sensors, "
            + $"{forFleet} for what makes it one of many, {looking} for what operators look after it by");
        Assert.IsGreaterThan(15_000, bytes);
        Assert.IsLessThan(Budget, bytes);
        Assert.IsGreaterThan(1_000, resumption);
        Assert.IsLessThan(ResumptionBudget, resumption);
        Assert.IsGreaterThan(1_000, looking);
        Assert.IsLessThan(MaintenanceBudget, looking);
        Assert.IsGreaterThan(500, more);
        Assert.IsLessThan(PartsBudget, more);
        Assert.IsGreaterThan(1_000, forFleet);
        Assert.IsLessThan(FleetBudget, forFleet);
        Assert.IsGreaterThan(1_000, forMachines);
        Assert.IsLessThan(MachinesBudget, forMachines);
        // As docs/FOOTPRINT.md says: so much for each sensor, and little besides.
        Assert.IsGreaterThan(2 * BytesPerSensor, remembered);
        Assert.IsLessThan((2 * BytesPerSensor) + HistoryBudget, remembered);
    }

    static Command[] Commands(DeviceAgent agent) => (Command[])Of(Of(agent, "commands")[0], "commands")[0];

    /// <summary>What an agent keeps now, with all of its parts.</summary>
    internal static int Kept(TestAgent agent) => new FootprintTests { TestContext = null! }.Measure(agent.Agent,
        new HashSet<object>(ReferenceEqualityComparer.Instance) { agent.Transport, agent.Clock, agent.Log, agent.Board });

    /// <summary>The bytes that words take: their text, and two numbers of 16 bits.</summary>
    static int Words(int first, int last)
    {
        XmlVocabulary vocabulary = Vocabulary.Create();
        return Enumerable.Range(first, last - first + 1).Sum(word => vocabulary.Length(word) + 1 + 4);
    }

    static bool IsForMaintenance(Command command) => command is ReadChosen or LastCommands or ActuatorTimer or Alarms or StagedCommand or Confirmation or NameAndLocation;

    /// <summary>Those to whom a message comes, one after the other.</summary>
    static List<object> Chain(object router)
    {
        List<object> chain = [];
        for (object? handler = Of(router, "Messages")[0]; handler != null;)
        {
            chain.Add(handler);
            FieldInfo? next = handler.GetType().GetField("next", BindingFlags.Instance | BindingFlags.NonPublic) ?? handler.GetType().GetField("Next");
            handler = next?.GetValue(handler);
        }

        return chain;
    }

    static bool IsForMachines(IqHandler handler) => handler is MachineHandler or RemoteProcedures;

    static bool IsSecond(object part) =>
        part is IqHandler handler && (handler.Payload >> 16) is Ns.NeuroFoundationSensorData or Ns.NeuroFoundationControl;

    int MeasurePart(object[] part, HashSet<object> seen)
    {
        seen.ExceptWith(part);
        return part.Sum(one => Measure(one, seen));
    }

    static object[] Of(object whole, params string[] fields) =>
        [.. fields.Select(field => whole.GetType().GetField(field, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(whole)!)];

    /// <summary>The bytes of an object and of all that it refers to and nobody has counted.</summary>
    int Measure(object? value, HashSet<object> seen)
    {
        if (value == null || !seen.Add(value))
            return 0;
        if (value is string)
            return Block;
        if (value is Array array)
            return MeasureArray(array, seen);
        int bytes = Block;
        for (Type? type = value.GetType(); type != null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                int size = Block + (field.FieldType.IsValueType ? 0 : Measure(field.GetValue(value), seen));
                bytes += size;
                if (maintenanceFields.Contains(type.Name + "." + field.Name))
                    inMaintenance += size;
            }
        }

        return bytes;
    }

    int MeasureArray(Array array, HashSet<object> seen)
    {
        Type element = array.GetType().GetElementType()!;
        if (element.IsPrimitive)
            return ArrayHead + ((Buffer.ByteLength(array) + Block - 1) / Block * Block);
        int bytes = ArrayHead + (array.Length * Block);
        if (!element.IsValueType)
            foreach (object? item in array)
                bytes += Measure(item, seen);
        return bytes;
    }
}
