using System;
using System.Collections;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Presentity.TestKit;
using Presentity.Xmpp;
using Presentity.Xmpp.Tests;

namespace Presentity.Fuzz;

/// <summary>What a hostile server says to a device: from the beginning over TLS (<c>&lt;?xml</c>) or before it (<c>&lt;stream:</c>), else
/// after the login.</summary>
/// <remarks>Nothing throws; what the device sends is whole elements whatever the server does, and the same however its bytes are cut;
/// a server that falls silent is left in the end.</remarks>
static class SessionTarget
{
    const int Longest = 4096;
    const int Silence = 600_000;

    internal static void Check(byte[] input)
    {
        if (input.Length > Longest)
            return;
        Course whole = Play(input, Split.Whole);
        AssertSame(whole, Play(input, Split.Bytes), "byte by byte");
        AssertSame(whole, Play(input, Split.Random(new Dice(Target.Seed(input)), 60)), "in pieces");
    }

    /// <summary>What becomes of bytes that a server sends before it has heard the client, at TLS or at a new stream, depends on whether they
    /// come with those before: they are refused, or meet what they were not meant for. What was sent until then is the same.</summary>
    static void AssertSame(Course one, Course other, string how)
    {
        if (one.IsInjected || other.IsInjected)
        {
            int common = Math.Min(one.Sent.Length, other.Sent.Length);
            Target.AssertSame(string.Join('\n', one.Sent[..common]), string.Join('\n', other.Sent[..common]), how);
            return;
        }

        Target.AssertSame(one.Text, other.Text, how);
    }

    static Course Play(byte[] input, Split split)
    {
        TestDevice device = Begin(input);
        ScriptedTransport transport = device.Stage.Transport;
        for (int start = 0; start < input.Length;)
        {
            int end = Math.Min(TurnEnd(input, start), split.End(start));
            transport.Arrive(input, start, end - start);
            start = end;
        }

        for (int turns = 0; transport.HasUnread && device.Session.State != SessionState.Closed; turns++)
        {
            if (turns > input.Length)
                throw new Disagreement("the device does not read what has arrived");
            device.Turn(0);
        }

        string ending = $"{device.Session.State} {device.Session.End} {device.Session.EndText}";
        var course = new Course(ending, transport.AllSent());
        CheckSent(course.Sent);
        CheckEnd(device);
        return course;
    }

    /// <summary>Where the server waits for the client: behind a login, where it begins a new stream.</summary>
    static int TurnEnd(byte[] input, int start)
    {
        int success = input.AsSpan(start).IndexOf("</success>"u8);
        return success < 0 ? input.Length : start + success + "</success>".Length;
    }

    /// <summary>What a session came to.</summary>
    sealed record Course(string End, string[] Sent)
    {
        internal bool IsInjected =>
            End.Contains("somebody put bytes into the stream", StringComparison.Ordinal) || End.EndsWith("what arrived is no TLS", StringComparison.Ordinal);

        internal string Text => $"{End}\n{string.Join('\n', Sent)}";
    }

    static TestDevice Begin(byte[] input)
    {
        bool isDirect = input.AsSpan().StartsWith("<?xml"u8);
        if (!isDirect && !input.AsSpan().StartsWith("<stream:"u8))
            return OnlineDevice.Create();
        var device = new TestDevice(isDirect ? new Stage(new Hashtable { ["direct-tls"] = "" }) : new Stage());
        device.Open();
        return device;
    }

    /// <summary>What was sent is whole elements, then at most one end of the stream, and nothing behind it.</summary>
    static void CheckSent(string[] sent)
    {
        for (int i = 0; i < sent.Length; i++)
        {
            if (sent[i] == "</stream:stream>")
            {
                if (i < sent.Length - 1)
                    throw new Disagreement($"behind the end of the stream was sent\n{sent[i + 1]}");
            }
            else if (!sent[i].StartsWith("<?xml", StringComparison.Ordinal))
            {
                CheckElement(sent[i]);
            }
        }
    }

    static void CheckElement(string sent)
    {
        try
        {
            var around = XElement.Parse($"<s xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>{sent}</s>");
            if (around.Nodes().Count() == 1)
                return;
        }
        catch (XmlException e)
        {
            throw new Disagreement($"was sent, but {e.Message}\n{sent}");
        }

        throw new Disagreement($"is more than was to be sent\n{sent}");
    }

    /// <summary>However the stream stands: when nothing more comes, it is over before long, and says why.</summary>
    static void CheckEnd(TestDevice device)
    {
        long end = device.Stage.Clock.Milliseconds + Silence;
        while (device.Session.State != SessionState.Closed)
        {
            if (device.Stage.Clock.Milliseconds > end)
                throw new Disagreement("the device waits for ever");
            device.Turn(30_000);
        }

        if (device.Session.EndText.Length == 0)
            throw new Disagreement("the device does not say why it is done");
        if (device.Stage.Transport.IsOpen)
            throw new Disagreement($"the device is done ({device.Session.EndText}), and the connection is open");
    }
}
