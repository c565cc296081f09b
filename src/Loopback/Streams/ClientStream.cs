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
    readonly TaskCompletionSource served = new(TaskCreationOptions.RunContinuationsAsynchronously);
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

    /// <summary>Breaks the connection, and waits until nothing more of it is handled: its client is here on another.</summary>
    public Task LoseAsync()
    {
        wire.Cut();
        return served.Task;
    }

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
            (Session session, string answer) = await negotiation.LogInAndBindAsync();
            client = session.Jid.ToString();
            options.Log?.Invoke($"{client} is online ({wire.Tls?.SslProtocol.ToString() ?? "no TLS"}, {negotiation.Mechanism})");
            return await ServeAsync(session, answer, negotiation.IsInline ? Moment.Success : Moment.Bound);
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

    async Task<string> ServeAsync(Session session, string answer, Moment moment)
    {
        Outbox outbox = session.Outbox;
        session.Connection = this;
        wire.Patience = options.IdleTimeout;
        using var abandon = new CancellationTokenSource();
        using CancellationTokenRegistration closing = outbox.Closed.Register(() => abandon.CancelAfter(options.CloseTimeout));
        Task pump = Task.CompletedTask;
        bool waits = false;
        try
        {
            await options.Misbehaviour.SayAsync(moment, answer, wire, abandon.Token);
            await options.Misbehaviour.SayAsync(Moment.Session, "", wire, abandon.Token);
            pump = outbox.PumpAsync(wire, abandon.Token);
            await RouteAsync(session, abandon.Token);
            await pump;
        }
        catch (OperationCanceledException)
        {
            // The client has neither read our last words nor said its own.
            wire.Cut();
        }
        catch (Exception e) when (Wire.IsLoss(e) && session.ResumptionId.Length > 0 && outbox.Reason is null)
        {
            waits = true;
        }
        finally
        {
            await StopAsync(pump, abandon);
            if (waits)
                server.Router.Suspend(session, server.Stopping);
            else
                Leave(session);
            served.SetResult();
        }

        return outbox.Reason ?? "connection lost; it may be resumed";
    }

    void Leave(Session session)
    {
        session.Connection = null;
        server.Router.Leave(session);
        session.Outbox.Close(StreamException.Closed);
    }

    /// <summary>Sends nothing more.</summary>
    static async Task StopAsync(Task pump, CancellationTokenSource abandon)
    {
        await abandon.CancelAsync();
        try
        {
            await pump;
        }
        catch (Exception e) when (Wire.IsLoss(e) || e is OperationCanceledException)
        {
            // It has been told from what was read, or is no matter any more.
        }
    }

    /// <summary>Hands over what the client says, to its last word, which is answered with ours.</summary>
    async Task RouteAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            while (await wire.ReadElementAsync(cancellation) is { } element)
                Receive(session, element);
            session.Outbox.Close(StreamException.Closed);
        }
        catch (StreamException e)
        {
            session.Outbox.Close(e);
        }

        server.Router.Leave(session);
    }

    void Receive(Session session, XElement element)
    {
        if (element.Name.Namespace != Names.StreamManagement)
        {
            server.Router.Receive(session, element);
            session.Handled += session.IsManaged ? 1u : 0;
            return;
        }

        switch (element.Name.LocalName)
        {
            case "enable" when options.ResumptionTimeout > TimeSpan.Zero:
                session.Outbox.Enable(server.Router.Enable(session, (string?)element.Attribute("resume") is "true" or "1"));
                break;
            case "r" when session.IsManaged:
                session.Outbox.Say(new XElement(Names.StreamManagement + "a", new XAttribute("h", session.Handled)));
                break;
            case "a" when session.IsManaged && uint.TryParse((string?)element.Attribute("h"), out uint handled):
                session.Outbox.Acknowledge(handled);
                break;
            default:
                throw new StreamException("unsupported-stanza-type", element.Name.ToString());
        }
    }
}
