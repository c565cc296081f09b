using System;
using System.Net;
using System.Net.Sockets;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>Finds the hosts to try for an endpoint (RFC 6120 §3.2, XEP-0368 §3), by a question of our own: the class library asks for
/// addresses alone.</summary>
sealed class ServerLookup
{
    const int StartTlsPort = 5222;
    const int DirectTlsPort = 5223;
    const int Tries = 2;
    const int Services = 2;

    readonly IClock clock;
    readonly Random random = new Random();

    internal ServerLookup(IClock clock) => this.clock = clock;

    /// <summary>Finds them.</summary>
    /// <param name="endpoint">With a port it is the only host; without one SRV decides, and the host itself where there is none.</param>
    /// <param name="timeoutMs">The time for all of connecting, of which this takes at most half.</param>
    /// <returns>Empty when the domain says that it does not offer this.</returns>
    internal ServerTargets Locate(ServerEndpoint endpoint, int timeoutMs)
    {
        ServerTargets targets = new ServerTargets(random);
        int port = endpoint.Port;
        bool direct = endpoint.DirectTls;
        if (port == 0)
        {
            direct &= !endpoint.EitherTls;
            int wait = timeoutMs / (2 * Tries * Services);
            int said = Ask(endpoint.Host, direct, wait, targets);
            if (endpoint.EitherTls)
                Ask(endpoint.Host, true, wait, targets);
            if (targets.Count > 0 || said == SrvQuery.Refused)
                return targets;
            port = direct ? DirectTlsPort : StartTlsPort;
        }

        targets.Add(new ServerTarget(endpoint.Host, port, direct, 0, 0));
        return targets;
    }

    int Ask(string domain, bool directTls, int waitMs, ServerTargets targets)
    {
        IPEndPoint[] servers = NameServers.Current();
        int said = SrvQuery.Failed;
        for (int i = 0; i < Tries && servers.Length > 0 && said == SrvQuery.Failed; i++)
        {
            SrvQuery query = new SrvQuery((directTls ? "_xmpps-client._tcp." : "_xmpp-client._tcp.") + domain, random);
            if (query.IsValid)
                said = Exchange(query, servers[i % servers.Length], directTls, waitMs, targets);
        }

        return said;
    }

    int Exchange(SrvQuery query, IPEndPoint server, bool directTls, int waitMs, ServerTargets targets)
    {
        Socket socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        int said = SrvQuery.NotOurs;
        try
        {
            // Connected, so that what comes from anybody else is not heard.
            socket.Connect(server);
            socket.Send(query.Question);
            byte[] reply = new byte[SrvQuery.MostBytes];
            long until = clock.Milliseconds + waitMs;
            while (said == SrvQuery.NotOurs)
            {
                int left = (int)(until - clock.Milliseconds);
                said = left <= 0 || !socket.Poll(left * 1000, SelectMode.SelectRead)
                    ? SrvQuery.Failed
                    : query.Read(reply, socket.Receive(reply, 0, reply.Length, SocketFlags.None), directTls, targets);
            }
        }
        catch (Exception)
        {
            // Nobody there, or more than fits.
            said = SrvQuery.Failed;
        }

        socket.Close();
        return said;
    }
}
