using System;
using System.Collections.Generic;
using System.Net;
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
    readonly ManualResetEventSlim bell = new(initialState: false, spinCount: 0);
    readonly Action ring;
    Connection? connection;
    int woken;

    /// <param name="options">Null for the system's authorities and name servers.</param>
    public SocketTransport(TransportOptions? options = null)
    {
        this.options = options ?? new TransportOptions();
        names = new NameLookup(this.options.NameServer);
        locator = new ServerLocator(names);
        handshake = new TlsHandshake(this.options);
        ring = bell.Set;
    }

    public bool IsSecure => connection is { IsSecure: true };

    public string Protection => connection?.Protection ?? "";

    public string Failure { get; private set; } = "";

    public byte[]? ChannelBinding(string type) => connection?.ChannelBinding(type);

    /// <summary>The certificate, in DER, of the authority that vouched for the server in the last handshake that was accepted; null
    /// before one.</summary>
    public byte[]? Authority => handshake.Authority;

    /// <remarks>Tries every host and every address of it in turn; each gets an equal share of the time that is left.</remarks>
    public TransportStatus Connect(ServerEndpoint endpoint, int timeoutMs)
    {
        Close();
        Deadline deadline = Deadline.After(timeoutMs);
        Outcome outcome = locator.Locate(endpoint, deadline, out IReadOnlyList<ServerTarget> targets);
        for (int i = 0; i < targets.Count && connection == null; i++)
            outcome = outcome.OrFurther(TryHost(targets[i], endpoint, deadline.Share(targets.Count - i)));
        return Report(connection == null ? outcome : Outcome.Ok);
    }

    Outcome TryHost(ServerTarget target, ServerEndpoint endpoint, Deadline deadline)
    {
        Outcome outcome = names.Addresses(target.Host, deadline, out IReadOnlyList<IPAddress> addresses);
        for (int i = 0; i < addresses.Count && connection == null; i++)
            outcome = outcome.OrFurther(TryAddress(addresses[i], target, endpoint, deadline.Share(addresses.Count - i)));
        return outcome;
    }

    Outcome TryAddress(IPAddress address, ServerTarget target, ServerEndpoint endpoint, Deadline deadline)
    {
        var place = new IPEndPoint(address, target.Port);
        Outcome outcome = Connection.Open(place, target.Host, options, ring, deadline, out Connection? opened);
        if (outcome.IsOk && endpoint.DirectTls)
            outcome = opened!.Secure(handshake, endpoint.Domain, direct: true, deadline);
        if (outcome.IsOk)
            connection = opened;
        else
            opened?.Dispose();
        return outcome;
    }

    /// <remarks>A connection that could not be secured is closed.</remarks>
    public TransportStatus Secure(string domain, int timeoutMs)
    {
        if (connection == null)
            return Report(new Outcome(TransportStatus.Unreachable, "there is no connection to secure"));
        Outcome outcome = connection.Secure(handshake, domain, direct: false, Deadline.After(timeoutMs));
        if (!outcome.IsOk)
            Close();
        return Report(outcome);
    }

    public int Read(byte[] buffer, int offset, int count, int timeoutMs)
    {
        Deadline deadline = Deadline.After(timeoutMs);
        while (connection != null)
        {
            // Before looking, so that what happens from here on is heard.
            bell.Reset();
            int read = connection.Read(buffer, offset, count);
            if (read < 0)
                Lose(connection);
            if (read != 0)
                return read;
            if (Interlocked.Exchange(ref woken, 0) != 0)
                return 0;
            int left = deadline.Left;
            if (left == 0 || !bell.Wait(left))
                return 0;
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
        bell.Set();
    }

    public void Close()
    {
        connection?.Dispose();
        connection = null;
    }

    public void Dispose() => Close();

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
