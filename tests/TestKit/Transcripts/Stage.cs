using System.Collections.Generic;
using System.Globalization;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.TestKit;

/// <summary>What surrounds the subject of a transcript: a platform made for tests, and the transcript's settings.</summary>
public sealed class Stage
{
    readonly IReadOnlyDictionary<string, string> settings;

    /// <param name="settings">Lines such as <c>account: device@example.com</c> from before the first exchange.</param>
    public Stage(IReadOnlyDictionary<string, string> settings)
    {
        this.settings = settings;
        Transport = new ScriptedTransport(Clock) { FailureText = Text("failure", "") };
        Crypto.Deriving = () => Clock.Advance(Number("derivation", 0));
        if (settings.TryGetValue("connect", out string? status))
            Transport.ConnectStatus = System.Enum.Parse<TransportStatus>(status);
    }

    /// <summary>The settings that transcripts may have.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["account", "password", "resource", "direct-tls", "connect", "failure", "input", "nodes", "output", "calendar", "derivation"];

    public FakeClock Clock { get; } = new();

    public ScriptedTransport Transport { get; }

    public TestCrypto Crypto { get; } = new(new Dice(1));

    public RecordingLog Log { get; } = new();

    public Jid Account => Jid.Parse(Text("account", "device@example.com"))!;

    public string Password => Text("password", "pencil");

    public ServerEndpoint Endpoint => new("server.example.com", 5222, Account.Domain, settings.ContainsKey("direct-tls"));

    /// <summary>A setting, or what stands for it.</summary>
    public string Text(string name, string otherwise) => settings.TryGetValue(name, out string? value) ? value : otherwise;

    /// <summary>A setting that is a number.</summary>
    public int Number(string name, int otherwise) =>
        settings.TryGetValue(name, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
