using System;
using System.Collections.Generic;
using System.IO;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Makes devices that are logged in.</summary>
static class OnlineDevice
{
    static readonly string Parts = Path.Combine(AppContext.BaseDirectory, "Transcripts", "Parts");

    /// <summary>A device behind the login of <c>Parts/online.txt</c>; nothing sent so far is kept.</summary>
    /// <param name="prepare">Called before the login.</param>
    public static TestDevice Create(Action<TestDevice>? prepare = null)
    {
        TestDevice? device = null;
        TranscriptPlayer.Play(Transcript.Read(Path.Combine(Parts, "online.txt"), Parts), stage =>
        {
            device = new TestDevice(stage);
            prepare?.Invoke(device);
            return device;
        }, Split.Whole);
        device!.Stage.Transport.ForgetSent();
        return device;
    }

    /// <summary>Lets something arrive, and gives what is sent thereupon.</summary>
    public static IReadOnlyList<string> Hears(this TestDevice device, string text)
    {
        device.Stage.Transport.ForgetSent();
        device.Stage.Transport.Arrive(text);
        while (device.Stage.Transport.HasUnread)
            device.Turn(0);
        return device.Stage.Transport.AllSent();
    }
}
