using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>The server of one device, as XEP-0198 wants it, on a network that loses the connection at any byte, in both directions.</summary>
sealed class ManagedServer
{
    readonly TestDevice device;
    readonly Dice dice;
    readonly Queue<string> unacknowledged = [];
    readonly StringBuilder sending = new();
    readonly StringBuilder arriving = new();
    uint acknowledged;
    uint handled;

    public ManagedServer(TestDevice device, Dice dice)
    {
        this.device = device;
        this.dice = dice;
    }

    /// <summary>The stanzas of the device that were handled, each once.</summary>
    public List<string> Handled { get; } = [];

    /// <summary>Sends a stanza; when it arrives is another matter.</summary>
    public void Send(string stanza)
    {
        unacknowledged.Enqueue(stanza);
        sending.Append(stanza);
    }

    /// <summary>Asks how far the device is.</summary>
    public void Ask() => sending.Append("<r xmlns='urn:xmpp:sm:3'/>");

    /// <summary>Some of what is on its way arrives, perhaps in the middle of a stanza.</summary>
    public void Pass(bool all)
    {
        Deliver(all ? sending.Length : dice.Next(sending.Length + 1));
        Handle(all ? arriving.Length : dice.Next(arriving.Length + 1));
    }

    /// <summary>The connection is lost, at any byte; the device comes back.</summary>
    public void Cut()
    {
        Pass(all: false);
        do
        {
            device.Stage.Transport.Cut();
            device.Turn(0);
            sending.Clear();
            arriving.Clear();
            device.LogInAgain();
            Resume(device.Stage.Transport.LastSent());
            Deliver(dice.Next(sending.Length + 1));
            Handle(dice.Next(arriving.Length + 1));
        }
        while (dice.Percent(30));
    }

    void Resume(string request)
    {
        Match match = Regex.Match(request, "^<resume xmlns='urn:xmpp:sm:3' h='(\\d+)' previd='some-long-sm-id'/>$");
        if (!match.Success)
            throw new InvalidOperationException("The device does not resume: " + request);
        Acknowledge(uint.Parse(match.Groups[1].Value));
        sending.Append("<resumed xmlns='urn:xmpp:sm:3' h='").Append(handled).Append("' previd='some-long-sm-id'/>").AppendJoin("", unacknowledged);
    }

    void Deliver(int count)
    {
        device.Stage.Transport.ForgetSent();
        device.Stage.Transport.Arrive(sending.ToString(0, count));
        sending.Remove(0, count);
        while (device.Stage.Transport.HasUnread)
            device.Turn(0);
        Collect();
    }

    /// <summary>Takes what the device has sent since the last time.</summary>
    public void Collect()
    {
        arriving.AppendJoin("", device.Stage.Transport.AllSent());
        device.Stage.Transport.ForgetSent();
    }

    /// <summary>Handles the elements that are complete within the first so many characters.</summary>
    void Handle(int count)
    {
        int start = 0;
        int depth = 0;
        for (int at = 0; at < count; at++)
        {
            // In what the device writes, a value has neither '<' nor '>'.
            if (arriving[at] == '<')
                depth += arriving[at + 1] == '/' ? -1 : 1;
            if (arriving[at] == '>' && arriving[at - 1] == '/')
                depth--;
            if (arriving[at] != '>' || depth > 0)
                continue;
            Handle(arriving.ToString(start, at + 1 - start));
            start = at + 1;
        }

        arriving.Remove(0, start);
    }

    void Handle(string element)
    {
        if (element.StartsWith("<r ", StringComparison.Ordinal))
        {
            sending.Append("<a xmlns='urn:xmpp:sm:3' h='").Append(handled).Append("'/>");
        }
        else if (element.StartsWith("<a ", StringComparison.Ordinal))
        {
            Acknowledge(uint.Parse(element.Split('\'')[3]));
        }
        else
        {
            Handled.Add(element);
            handled++;
        }
    }

    void Acknowledge(uint count)
    {
        for (; acknowledged != count; acknowledged++)
            unacknowledged.Dequeue();
    }
}
