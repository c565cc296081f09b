using System;
using System.Collections;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.TestKit;

/// <summary>What surrounds the subject of a transcript: a platform made for tests, and the transcript's settings.</summary>
public sealed class Stage
{
    const string Names = " account password resource direct-tls connect failure input nodes output unacked calendar derivation ";

    readonly Hashtable settings;

    /// <summary>With no settings but what stands for them.</summary>
    public Stage()
        : this(new Hashtable())
    {
    }

    /// <param name="settings">Lines such as <c>account: device@example.com</c> from before the first exchange.</param>
    public Stage(Hashtable settings)
    {
        this.settings = settings;
        Transport = new ScriptedTransport(Clock) { FailureText = Text("failure", "") };
        Crypto.Deriving = Wait;
        if (settings.Contains("connect"))
            Transport.ConnectStatus = PlatformNames.Status(Text("connect", ""));
    }

    public FakeClock Clock { get; } = new FakeClock();

    public ScriptedTransport Transport { get; }

    public TestCrypto Crypto { get; } = new TestCrypto(new Dice(1));

    public RecordingLog Log { get; } = new RecordingLog();

    public Jid Account => Jid.Parse(Text("account", "device@example.com"))!;

    public string Password => Text("password", "pencil");

    public ServerEndpoint Endpoint => new ServerEndpoint("server.example.com", 5222, Account.HostName, settings.Contains("direct-tls"));

    /// <summary>Whether transcripts may have a setting of this name.</summary>
    public static bool Has(string name) => Names.IndexOf(" " + name + " ") >= 0;

    /// <summary>A setting, or what stands for it.</summary>
    public string Text(string name, string otherwise) => settings.Contains(name) ? (string)settings[name]! : otherwise;

    /// <summary>A setting that is a number.</summary>
    public int Number(string name, int otherwise) => settings.Contains(name) ? int.Parse(Text(name, "")) : otherwise;

    void Wait() => Clock.Advance(Number("derivation", 0));
}
