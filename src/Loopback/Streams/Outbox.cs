using System;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Presentity.Loopback;

/// <summary>What waits to be sent to one client, so that nobody else waits for it. Any thread may add.</summary>
/// <param name="limit">Characters that may wait; a client that reads too slowly for that is told <c>policy-violation</c>.</param>
sealed class Outbox(int limit) : IDisposable
{
    readonly Channel<string> texts = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    readonly CancellationTokenSource closed = new();
    readonly Lock ending = new();
    int waiting;

    /// <summary>Cancelled when the last text has been added.</summary>
    public CancellationToken Closed => closed.Token;

    /// <summary>What the last text was for; null while there is none.</summary>
    public string? Reason { get; private set; }

    /// <summary>Adds a text; does nothing after the last.</summary>
    public void Send(string text)
    {
        if (Interlocked.Add(ref waiting, text.Length) > limit)
            Close(new StreamException("policy-violation", "too much waits to be read"));
        else
            texts.Writer.TryWrite(text);
    }

    /// <summary>Adds the last text; does nothing when that has been done.</summary>
    public void Close(StreamException end)
    {
        lock (ending)
        {
            if (Reason is not null)
                return;
            Reason = end.Message;
            texts.Writer.TryWrite(end.ToStream());
            texts.Writer.Complete();
        }

        closed.Cancel();
    }

    /// <summary>Sends it all, in order, up to the last.</summary>
    public async Task PumpAsync(Wire wire, CancellationToken cancellation)
    {
        await foreach (string text in texts.Reader.ReadAllAsync(cancellation))
        {
            await wire.WriteAsync(text, cancellation);
            Interlocked.Add(ref waiting, -text.Length);
        }
    }

    public void Dispose() => closed.Dispose();
}
