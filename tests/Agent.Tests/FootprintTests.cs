using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>What the agent keeps, in bytes of the chip's heap: at most 24 KB, 3 KB for what brings a session back, 3.5 KB for
/// what programs ask, 3 KB for what makes it one of many, and 3 KB for the other parts that it may do without, as docs/FOOTPRINT.md
/// says.</summary>
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

    const int FleetBudget = 3 * 1024;

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
        object[] machines = [.. Of(online.Agent, "readOuts", "personal"), .. ((IqHandler[])Of(Of(session, "Router")[0], "Handlers")[0]).Where(IsForMachines)];
        // The icon and the second vocabulary are the desktop's.
        object[] desktop = [.. machines.Where(IsSecond), .. ((PersonalItem[])Of(machines[1], "items")[0]).Where(item => item is AvatarData or AvatarMetadata)];
        // What they share with the core is the core's.
        seen.UnionWith(comingBack);
        seen.UnionWith(parts);
        seen.UnionWith(machines);
        seen.UnionWith(fleet);
        seen.UnionWith(desktop);
        int others = seen.Count;
        int bytes = Measure(online.Agent, seen);
        // The words of all parts, and of the desktop, are in one table with those of the core.
        bytes -= Words(Word.Chat + 1, Vocabulary.Create().Count);
        int objects = seen.Count - others;
        int resumption = Words(Ns.StreamManagement, Ns.Pars - 1) + MeasurePart(comingBack, seen);
        int more = Words(Ns.Pars, Ns.Control - 1) + MeasurePart(parts, seen);
        int forFleet = Words(Ns.Room, Word.MucNonanonymous) + MeasurePart(fleet, seen);
        int forMachines = Words(Ns.Control, Word.Nick) + MeasurePart([.. machines.Except(desktop)], seen);
        TestContext.WriteLine($"{objects} objects, {bytes} bytes; {resumption} bytes more for what brings a session back, "
            + $"{forMachines} for what programs ask, {forFleet} for what makes it one of many, {more} for other parts");
        Assert.IsGreaterThan(15_000, bytes);
        Assert.IsLessThan(Budget, bytes);
        Assert.IsGreaterThan(1_000, resumption);
        Assert.IsLessThan(ResumptionBudget, resumption);
        Assert.IsGreaterThan(500, more);
        Assert.IsLessThan(PartsBudget, more);
        Assert.IsGreaterThan(1_000, forFleet);
        Assert.IsLessThan(FleetBudget, forFleet);
        Assert.IsGreaterThan(1_000, forMachines);
        Assert.IsLessThan(MachinesBudget, forMachines);
    }

    /// <summary>The bytes that words take: their text, and two numbers of 16 bits.</summary>
    static int Words(int first, int last)
    {
        XmlVocabulary vocabulary = Vocabulary.Create();
        return Enumerable.Range(first, last - first + 1).Sum(word => vocabulary.Length(word) + 1 + 4);
    }

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

    static int MeasurePart(object[] part, HashSet<object> seen)
    {
        seen.ExceptWith(part);
        return part.Sum(one => Measure(one, seen));
    }

    static object[] Of(object whole, params string[] fields) =>
        [.. fields.Select(field => whole.GetType().GetField(field, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(whole)!)];

    /// <summary>The bytes of an object and of all that it refers to and nobody has counted.</summary>
    static int Measure(object? value, HashSet<object> seen)
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
                bytes += Block + (field.FieldType.IsValueType ? 0 : Measure(field.GetValue(value), seen));
        }

        return bytes;
    }

    static int MeasureArray(Array array, HashSet<object> seen)
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
