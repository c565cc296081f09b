using System;
using System.IO;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Presentity.Host;

/// <summary>Waits for bytes without taking any: a read of zero bytes, at most one under way, kept from call to call.</summary>
/// <remarks>
/// Sockets and <see cref="System.Net.Security.SslStream"/> complete a read into an empty buffer when there is something for
/// a real one. So a wait that runs out loses nothing, nothing is read ahead of the caller (which STARTTLS forbids), and the
/// bytes go straight into the caller's buffer.
/// </remarks>
sealed class Arrival
{
    readonly Stream stream;
    readonly Socket? bare;
    readonly Action ring, onCompleted;
    ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter wait;
    bool isWaiting;
    bool isOver;

    /// <param name="stream">What to watch.</param>
    /// <param name="bare">The socket, when nothing lies between it and the stream.</param>
    /// <param name="ring">Called on any thread when a wait is over.</param>
    public Arrival(Stream stream, Socket? bare, Action ring)
    {
        this.stream = stream;
        this.bare = bare;
        this.ring = ring;
        onCompleted = OnCompleted;
    }

    /// <summary>Whether a read of the stream will now return at once, with bytes or with the end.</summary>
    /// <remarks>Throws what the stream throws when the connection is broken.</remarks>
    public bool HasCome()
    {
        do
        {
            if (!isWaiting)
                Begin();
            // Not wait.IsCompleted: that may be true a moment before the callback, and the result must not be taken until then.
            if (!Volatile.Read(ref isOver))
                return false;
            isWaiting = false;
            wait.GetResult();
        }
        // On Linux the event of bytes that were read meanwhile can end the wait for the next ones. SslStream looks itself.
        while (bare != null && !bare.Poll(0, SelectMode.SelectRead));
        return true;
    }

    void Begin()
    {
        isOver = false;
        wait = stream.ReadAsync(Memory<byte>.Empty).ConfigureAwait(false).GetAwaiter();
        isWaiting = true;
        if (wait.IsCompleted)
            isOver = true;
        else
            wait.UnsafeOnCompleted(onCompleted);
    }

    void OnCompleted()
    {
        Volatile.Write(ref isOver, true);
        ring();
    }
}
