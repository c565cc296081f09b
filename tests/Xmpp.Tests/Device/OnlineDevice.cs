using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Makes devices that are logged in.</summary>
static class OnlineDevice
{
    /// <summary>A device behind the login of <c>Parts/online.txt</c>; nothing sent so far is kept.</summary>
    /// <param name="logsWire">Whether its log has what went over the wire.</param>
    public static TestDevice Create(bool logsWire = false)
    {
        TestDevice? device = null;
        TranscriptPlayer.Play(
            Transcript.Read("Parts/online", TranscriptData.Find),
            stage =>
            {
                stage.Log.WantsWire = logsWire;
                device = new TestDevice(stage);
                return device;
            },
            Split.Whole);
        device!.Stage.Transport.ForgetSent();
        return device;
    }

    /// <summary>Lets something arrive, and gives what is sent thereupon.</summary>
    public static string[] Hears(this TestDevice device, string text)
    {
        device.Stage.Transport.ForgetSent();
        device.Stage.Transport.Arrive(text);
        while (device.Stage.Transport.HasUnread)
            device.Turn(0);
        return device.Stage.Transport.AllSent();
    }

    /// <summary>Lets something arrive that has one answer, and gives it.</summary>
    public static string Answers(this TestDevice device, string text)
    {
        string[] sent = device.Hears(text);
        return sent.Length == 1 ? sent[0] : throw new TranscriptException(sent.Length + " answers to " + text);
    }
}
