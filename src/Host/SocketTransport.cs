using System;
using System.Threading;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>The transport of a desktop: a .NET socket, under TLS by <see cref="System.Net.Security.SslStream"/>.</summary>
public sealed class SocketTransport : ITransport, IChannelBinding, IDisposable
{
    readonly TransportOptions options;
    readonly NameLookup names;
    readonly ServerLocator locator;
    readonly TlsHandshake handshake;
    readonly Waker waker = new();
    Connection? connection;
    Route? route;
    int woken;

    /// <param name="options">Null for the system's authorities and name servers.</param>
    public SocketTransport(TransportOptions? options = null)
    {
        this.options = options ?? new TransportOptions();
        names = new NameLookup(this.options.NameServer);
        locator = new ServerLocator(names);
        handshake = new TlsHandshake(this.options);
    }

    public bool IsSecure => connection is { IsSecure: true };

    public string Protection => connection?.Protection ?? "";

    public string Failure { get; private set; } = "";

    public byte[]? ChannelBinding(string type) => connection?.ChannelBinding(type);

    /// <summary>The certificate, in DER, of the authority that vouched for the server in the last handshake that was accepted; null
    /// before one.</summary>
    public byte[]? Authority => handshake.Authority;

    public bool HasAnother => route is { HasAnother: true };

    /// <remarks>Hosts in the order that the DNS gives, each with an equal share of the time that is left; the addresses of one side by
    /// side.</remarks>
    public TransportStatus Connect(ServerEndpoint? endpoint, int timeoutMs)
    {
        Close();
        Deadline deadline = Deadline.After(timeoutMs);
        if (endpoint != null)
        {
            Outcome located = locator.Locate(endpoint, deadline, out ServerTargets targets);
            route = new Route(endpoint, targets, names);
            if (!located.IsOk)
                return Report(located);
        }

        if (!HasAnother)
            return Report(new Outcome(TransportStatus.Unreachable, "there is no other host to try"));
        Outcome outcome = route!.Go(socket => new Connection(socket, options, waker), handshake, deadline, out connection);
        if (IsSecure)
            route = null;
        return Report(outcome);
    }

    /// <remarks>A connection that could not be secured is closed.</remarks>
    public TransportStatus Secure(string domain, int timeoutMs)
    {
        if (connection == null)
            return Report(new Outcome(TransportStatus.Unreachable, "there is no connection to secure"));
        Outcome outcome = connection.Secure(handshake, domain, direct: false, Deadline.After(timeoutMs));
        if (outcome.IsOk)
            route = null;
        else
            Close();
        return Report(outcome);
    }

    public int Read(byte[] buffer, int offset, int count, int timeoutMs)
    {
        Deadline deadline = Deadline.After(timeoutMs);
        while (connection != null)
        {
            int read = connection.Read(buffer, offset, count);
            if (read < 0)
                Lose(connection);
            if (read != 0)
                return read;
            if (Interlocked.Exchange(ref woken, 0) != 0)
                return 0;
            int left = deadline.Left;
            if (left == 0)
                return 0;
            connection.Wait(left);
        }
        return -1;
    }

    public bool Write(byte[] buffer, int offset, int count)
    {
        if (connection == null)
            return false;
        if (connection.Write(buffer, offset, count))
            return true;
        Lose(connection);
        return false;
    }

    /// <remarks>Stays due until a <see cref="Read"/> has returned 0 for it, so that bytes that arrive meanwhile do not hide it.</remarks>
    public void Wake()
    {
        Volatile.Write(ref woken, 1);
        waker.Ring();
    }

    public void Close()
    {
        connection?.Dispose();
        connection = null;
    }

    public void Dispose()
    {
        Close();
        waker.Dispose();
    }

    void Lose(Connection lost)
    {
        Failure = lost.Failure;
        Close();
    }

    TransportStatus Report(Outcome outcome)
    {
        Failure = outcome.Failure;
        return outcome.Status;
    }
}
