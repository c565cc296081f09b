using System;
using System.Collections;
using System.Linq;
using System.Text;
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
        string whole = Play(input, Split.Whole);
        Target.AssertSame(whole, Play(input, Split.Bytes), "byte by byte");
        Target.AssertSame(whole, Play(input, Split.Random(new Dice(Target.Seed(input)), 60)), "in pieces");
    }

    static string Play(byte[] input, Split split)
    {
        TestDevice device = Begin(input);
        ScriptedTransport transport = device.Stage.Transport;
        for (int start = 0; start < input.Length;)
        {
            int end = Math.Min(input.Length, split.End(start));
            transport.Arrive(input, start, end - start);
            start = end;
        }

        for (int turns = 0; transport.HasUnread && device.Session.State != SessionState.Closed; turns++)
        {
            if (turns > input.Length)
                throw new Disagreement("the device does not read what has arrived");
            device.Turn(0);
        }

        var text = new StringBuilder().Append(device.Session.State).Append(' ').Append(End(device.Session)).Append('\n');
        foreach (string sent in transport.AllSent())
            text.Append(sent).Append('\n');
        CheckSent(transport.AllSent());
        CheckEnd(device);
        return text.ToString();
    }

    /// <summary>How it ended. Bytes before the handshake are an attack when they come with what allows it, and no handshake when
    /// later.</summary>
    static string End(XmppSession session)
    {
        bool isInjected = session.EndText.StartsWith("somebody put bytes into the stream", StringComparison.Ordinal);
        return isInjected || session.EndText == "what arrived is no TLS" ? "bytes before TLS" : $"{session.End} {session.EndText}";
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
