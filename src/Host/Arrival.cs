using System;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Presentity.Host;

/// <summary>Looks whether TLS has bytes for us without taking any: a read of zero bytes, at most one under way, kept from call to call.</summary>
/// <remarks>
/// <see cref="SslStream"/> completes a read into an empty buffer when there is something for a real one. So a look that finds nothing
/// loses nothing, and the bytes go straight into the caller's buffer.
/// </remarks>
sealed class Arrival
{
    readonly SslStream tls;
    readonly PolledStream wire;
    readonly Action ring, onCompleted;
    ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter wait;
    bool isWaiting;
    bool isOver;
    int caller;

    /// <param name="tls">What to watch.</param>
    /// <param name="wire">What lies below it.</param>
    /// <param name="ring">Called when a look that found nothing should be tried again, in case that another thread found something.</param>
    public Arrival(SslStream tls, PolledStream wire, Action ring)
    {
        this.ring = ring;
        this.tls = tls;
        this.wire = wire;
        onCompleted = OnCompleted;
    }

    /// <summary>Whether a read of the stream will now return at once, with bytes or with the end.</summary>
    /// <remarks>Throws what the stream throws when the connection is broken.</remarks>
    public bool HasCome()
    {
        caller = Environment.CurrentManagedThreadId;
        if (!isWaiting)
            Begin();
        if (!Volatile.Read(ref isOver))
            wire.TryFeed();
        if (!Volatile.Read(ref isOver))
            return false;
        isWaiting = false;
        wait.GetResult();
        return true;
    }

    void Begin()
    {
        isOver = false;
        isWaiting = true;
        wait = tls.ReadAsync(Memory<byte>.Empty).ConfigureAwait(false).GetAwaiter();
        if (wait.IsCompleted)
            isOver = true;
        else
            wait.UnsafeOnCompleted(onCompleted);
    }

    // It is the stream's business on which thread; as it is made, on that of who feeds it.
    void OnCompleted()
    {
        Volatile.Write(ref isOver, true);
        if (caller != Environment.CurrentManagedThreadId)
            ring();
    }
}
