using System;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>One client's connection, from its first byte to its last.</summary>
/// <param name="directTls">TLS from the first byte.</param>
/// <param name="isRefused">There are too many connections already.</param>
sealed class ClientStream(Socket socket, ServerContext server, bool directTls, bool isRefused)
{
    readonly Wire wire = new(socket, StreamLimits.Stranger);
    readonly LoopbackOptions options = server.Options;
    string client = socket.RemoteEndPoint?.ToString() ?? "a client";

    /// <summary>Serves the client. Never throws.</summary>
    public async Task RunAsync()
    {
        string end;
        try
        {
            end = await TalkAsync();
        }
        catch (Exception e) when (Wire.IsLoss(e) || e is OperationCanceledException)
        {
            end = "connection lost: " + e.GetBaseException().Message;
        }
        catch (Exception e)
        {
            end = "the server is at fault: " + e;
        }

        await wire.CloseAsync(options.CloseTimeout);
        options.Log?.Invoke($"{client} is gone: {end}");
    }

    /// <summary>Breaks the connection without a word.</summary>
    public void Cut() => wire.Cut();

    /// <returns>Why the stream has ended.</returns>
    async Task<string> TalkAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(server.Stopping);
        deadline.CancelAfter(options.NegotiationTimeout);
        var negotiation = new Negotiation(wire, server, deadline.Token);
        StreamException end;
        try
        {
            await negotiation.SecureAsync(directTls, isRefused);
            Account account = await negotiation.LogInAsync();
            (Session session, XElement answer) = await negotiation.BindAsync(account);
            client = session.Jid.ToString();
            options.Log?.Invoke($"{client} is online ({wire.Tls?.SslProtocol.ToString() ?? "no TLS"}, {negotiation.Mechanism})");
            return await ServeAsync(session, answer);
        }
        catch (StreamException e)
        {
            end = e;
        }
        catch (OperationCanceledException)
        {
            end = new StreamException(server.Stopping.IsCancellationRequested ? "system-shutdown" : "connection-timeout");
        }

        using var patience = new CancellationTokenSource(options.CloseTimeout);
        await negotiation.EndAsync(end, patience.Token);
        return end.Message;
    }

    async Task<string> ServeAsync(Session session, XElement answer)
    {
        using Outbox outbox = session.Outbox;
        using var abandon = new CancellationTokenSource();
        using CancellationTokenRegistration closing = outbox.Closed.Register(() => abandon.CancelAfter(options.CloseTimeout));
        try
        {
            await options.Misbehaviour.SayAsync(Moment.Bound, StreamText.Of(answer), wire, abandon.Token);
            await options.Misbehaviour.SayAsync(Moment.Session, "", wire, abandon.Token);
            Task pump = outbox.PumpAsync(wire, abandon.Token);
            await RouteAsync(session, abandon.Token);
            await pump;
        }
        catch (OperationCanceledException)
        {
            // The client has neither read our last words nor said its own.
            wire.Cut();
        }
        finally
        {
            server.Router.Leave(session);
            outbox.Close(StreamException.Closed);
        }

        return outbox.Reason!;
    }

    /// <summary>Hands over what the client says, to its last word, which is answered with ours.</summary>
    async Task RouteAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            while (await wire.ReadElementAsync(cancellation) is { } stanza)
                server.Router.Receive(session, stanza);
            session.Outbox.Close(StreamException.Closed);
        }
        catch (StreamException e)
        {
            session.Outbox.Close(e);
        }

        server.Router.Leave(session);
    }
}
