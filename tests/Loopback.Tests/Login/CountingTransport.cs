using Presentity.Platform;

namespace Presentity.Loopback.Tests;

/// <summary>Counts how often a device waits for its server under TLS: it has said something, and nothing more until it hears.</summary>
sealed class CountingTransport(ITransport inner) : ITransport, IChannelBinding
{
    bool waits;

    public int RoundTrips { get; private set; }

    public bool HasAnother => inner.HasAnother;

    public bool IsSecure => inner.IsSecure;

    public string Protection => inner.Protection;

    public string Failure => inner.Failure;

    public TransportStatus Connect(ServerEndpoint? endpoint, int timeoutMs) => inner.Connect(endpoint, timeoutMs);

    public TransportStatus Secure(string domain, int timeoutMs) => inner.Secure(domain, timeoutMs);

    public int Read(byte[] buffer, int offset, int count, int timeoutMs)
    {
        int read = inner.Read(buffer, offset, count, timeoutMs);
        if (read > 0 && waits)
        {
            RoundTrips++;
            waits = false;
        }

        return read;
    }

    public bool Write(byte[] buffer, int offset, int count)
    {
        waits = IsSecure;
        return inner.Write(buffer, offset, count);
    }

    public void Wake() => inner.Wake();

    public void Close() => inner.Close();

    public byte[]? ChannelBinding(string type) => (inner as IChannelBinding)?.ChannelBinding(type);
}
