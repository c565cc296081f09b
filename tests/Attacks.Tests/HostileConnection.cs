using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Attacks.Tests;

/// <summary>The server's end of a connection, in the hands of an attacker. The steps of a login are there, so that he comes to where he
/// wants to be.</summary>
sealed class HostileConnection(Socket socket, SslStreamCertificateContext certificate) : IAsyncDisposable
{
    /// <summary>A header as a server sends it.</summary>
    public const string Header = "<?xml version='1.0'?><stream:stream from='localhost' id='1' version='1.0' xmlns='jabber:client'"
        + " xmlns:stream='http://etherx.jabber.org/streams'>";

    /// <summary>What offers TLS.</summary>
    public const string TlsFeatures = "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>";

    /// <summary>What lets the device begin a handshake.</summary>
    public const string Proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

    const string LoginFeatures =
        "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>"
        + "</stream:features>";
    const string BindFeatures = "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>";
    const string Bound =
        "<iq type='result' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>device@localhost/agent</jid></bind></iq>";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly StringBuilder heard = new();
    Stream stream = new NetworkStream(socket);
    int read;

    /// <summary>Everything that the device has said, in clear and under TLS.</summary>
    public string Heard => heard.ToString();

    /// <summary>Under TLS or not, whatever it is by now.</summary>
    public Stream Raw => stream;

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    public Task SayAsync(byte[] bytes) => stream.WriteAsync(bytes).AsTask();

    /// <summary>Says one piece after the other until the device hangs up.</summary>
    /// <param name="pieces">Without an end.</param>
    /// <param name="pause">Between them.</param>
    public async Task SayUntilHungUpAsync(IEnumerable<byte[]> pieces, TimeSpan pause = default)
    {
        try
        {
            foreach (byte[] piece in pieces)
            {
                await SayAsync(piece);
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause);
            }
        }
        catch (IOException)
        {
            // So it has.
        }
    }

    /// <summary>The same piece again and again.</summary>
    public Task SayUntilHungUpAsync(string piece, TimeSpan pause = default) => SayUntilHungUpAsync(Endless(piece), pause);

    /// <summary>Waits until the device has said something, behind all that was waited for before.</summary>
    public async Task HearAsync(string what)
    {
        int at;
        while ((at = Heard.IndexOf(what, read, StringComparison.Ordinal)) < 0)
        {
            if (!await ReadAsync())
                Assert.Fail($"The device has hung up, and not said {what}:\n{Heard}");
        }

        read = at + what.Length;
    }

    /// <summary>Listens, silently, until the device hangs up.</summary>
    public async Task HearOutAsync()
    {
        try
        {
            while (await ReadAsync())
            {
            }
        }
        catch (IOException)
        {
            // It need not do so in good order.
        }
    }

    /// <summary>Takes the device's header, and answers with another and these features.</summary>
    public async Task OpenAsync(string features)
    {
        await HearAsync("<stream:stream ");
        await HearAsync(">");
        await SayAsync(Header + features);
    }

    /// <summary>Goes to where a handshake is due.</summary>
    public async Task ProceedAsync(string proceed = Proceed)
    {
        await OpenAsync(TlsFeatures);
        await HearAsync("<starttls ");
        await HearAsync(">");
        await SayAsync(proceed);
    }

    /// <summary>Puts TLS under it.</summary>
    public async Task HandshakeAsync()
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate });
        stream = tls;
    }

    /// <summary>The same, when the device is expected to break it off.</summary>
    public async Task TryHandshakeAsync()
    {
        try
        {
            await HandshakeAsync();
            await HearOutAsync();
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // So it has.
        }
    }

    /// <summary>Goes to where the device has sent its header under TLS.</summary>
    public async Task SecureAsync()
    {
        await ProceedAsync();
        await HandshakeAsync();
    }

    /// <summary>Goes to where the device has its answer to the login, and has sent its header.</summary>
    public async Task AuthenticateAsync()
    {
        await SecureAsync();
        await OpenAsync(LoginFeatures);
        await HearAsync("</auth>");
        await SayAsync("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
    }

    /// <summary>Goes to where the device waits for its address.</summary>
    public async Task BeginBindAsync()
    {
        await AuthenticateAsync();
        await OpenAsync(BindFeatures);
        await HearAsync("</iq>");
    }

    /// <summary>Goes to where the device is online, has asked for its roster and told its readings.</summary>
    public async Task LogInAsync()
    {
        await BeginBindAsync();
        await SayAsync(Bound);
        await HearAsync("jabber:iq:roster");
        await HearAsync("</presence>");
    }

    /// <summary>The device is still there: it answers its owner, and has answered all before that. Then the stream is closed.</summary>
    public async Task PingAndCloseAsync()
    {
        await SayAsync($"<iq type='get' id='still-there' from='{AttackedDevice.Owner}/x'><ping xmlns='urn:xmpp:ping'/></iq>");
        await HearAsync("id='still-there'");
        await SayAsync("</stream:stream>");
        await HearOutAsync();
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    async Task<bool> ReadAsync()
    {
        byte[] buffer = new byte[8192];
        using var patience = new CancellationTokenSource(Patience);
        int count = await stream.ReadAsync(buffer, patience.Token);
        heard.Append(Encoding.UTF8.GetString(buffer, 0, count));
        return count > 0;
    }

    static IEnumerable<byte[]> Endless(string piece)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(piece);
        while (true)
            yield return bytes;
    }
}
