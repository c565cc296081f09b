using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace Presentity.Host;

/// <summary>A socket's stream for one thread, which waits itself: nothing is handed from thread to thread.</summary>
/// <remarks>
/// A read that does not wait for the thread (<see cref="ReadAsync(Memory{byte}, CancellationToken)"/>) is completed by <see cref="TryFeed"/>,
/// on the thread that calls it, together with all that waits for it: <see cref="System.Net.Security.SslStream"/> deciphers there. A ping
/// has half the latency of one that goes through the thread pool, and connecting needs no second thread.
/// At the beginning what arrives is acknowledged at once. Many servers write a stream header and the features behind it as two small
/// segments, and with Nagle's algorithm the second waits until the first is acknowledged, which the receiver's system likes to put off by
/// 40 ms (RFC 1122 §4.2.3.2). Linux has TCP_QUICKACK against that, but forgets it, so it is set before each wait.
/// </remarks>
sealed class PolledStream : Stream, IValueTaskSource<int>
{
    // From the handshake to the bound resource it takes some twenty.
    const int PromptWaits = 64;
    const int TcpLevel = 6, QuickAck = 12;

    static readonly byte[] On = BitConverter.GetBytes(1);

    readonly Socket socket;
    ManualResetValueTaskSourceCore<int> source;
    Memory<byte> wanted;
    bool isWanted;
    int promptWaits = OperatingSystem.IsLinux() ? PromptWaits : 0;

    /// <param name="socket">Connected; disposed of with this.</param>
    public PolledStream(Socket socket) => this.socket = socket;

    /// <summary>When a read that waits gives up with an <see cref="IOException"/>; null to wait for ever.</summary>
    public Deadline? ReadBy { get; set; }

    /// <summary>Completes the read that waits if something has come for it, or the end.</summary>
    public void TryFeed()
    {
        if (!isWanted || !HasCome(0))
            return;
        isWanted = false;
        int read = 0;
        try
        {
            // Nothing is taken for a read of nothing: it only wants to know.
            if (wanted.Length > 0)
                read = socket.Receive(wanted.Span);
        }
        catch (SocketException e)
        {
            source.SetException(new IOException(e.Message, e));
            return;
        }
        source.SetResult(read);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > 0 && HasCome(0))
            return new ValueTask<int>(Read(buffer.Span));
        source.Reset();
        wanted = buffer;
        isWanted = true;
        return new ValueTask<int>(this, source.Version);
    }

    public override int Read(Span<byte> buffer)
    {
        if (ReadBy is { } deadline && !HasCome(deadline.Left))
            throw new IOException("no answer in time", new SocketException((int)SocketError.TimedOut));
        try
        {
            return socket.Receive(buffer);
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            while (buffer.Length > 0)
                buffer = buffer[socket.Send(buffer)..];
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>To be called before a wait for the socket that is not one of this stream's.</summary>
    public void AcknowledgeAtOnce()
    {
        if (promptWaits == 0)
            return;
        promptWaits--;
        try
        {
            socket.SetRawSocketOption(TcpLevel, QuickAck, On);
        }
        catch (SocketException)
        {
            // The connection is gone, as the read will say.
            promptWaits = 0;
        }
    }

    int IValueTaskSource<int>.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            socket.Dispose();
        base.Dispose(disposing);
    }

    bool HasCome(int milliseconds)
    {
        if (milliseconds > 0)
            AcknowledgeAtOnce();
        try
        {
            return socket.Poll(TimeSpan.FromMilliseconds(milliseconds), SelectMode.SelectRead);
        }
        catch (SocketException)
        {
            // The read says what it is.
            return true;
        }
    }
}
