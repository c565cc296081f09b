using System;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Presentity.Host;

/// <summary>A socket's stream that, at the beginning, has what arrives acknowledged at once.</summary>
/// <remarks>
/// Many servers write a stream header and the features behind it as two small segments, and with Nagle's algorithm the second waits
/// until the first is acknowledged, which the system of the receiver likes to put off by 40 ms (RFC 1122 §4.2.3.2). Linux has
/// TCP_QUICKACK against that, but forgets it, so it is set before each read; where there is no such thing nothing is done.
/// </remarks>
/// <param name="socket">Connected; disposed of with this.</param>
sealed class PromptStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    // From the handshake to the bound resource it takes some twenty.
    const int PromptReads = 64;
    const int TcpLevel = 6, QuickAck = 12;

    static readonly byte[] On = BitConverter.GetBytes(1);

    int left = OperatingSystem.IsLinux() ? PromptReads : 0;

    public override int Read(byte[] buffer, int offset, int count)
    {
        Acknowledge();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        Acknowledge();
        return base.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Acknowledge();
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Acknowledge();
        return base.ReadAsync(buffer, cancellationToken);
    }

    void Acknowledge()
    {
        if (left == 0)
            return;
        left--;
        try
        {
            Socket.SetRawSocketOption(TcpLevel, QuickAck, On);
        }
        catch (SocketException)
        {
            // The connection is gone, as the read will say.
            left = 0;
        }
    }
}
