using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DnsClient.Protocol;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Finds the hosts to try for an endpoint (RFC 6120 §3.2, XEP-0368 §3).</summary>
/// <param name="names">Answers the questions.</param>
sealed class ServerLocator(NameLookup names)
{
    const int StartTlsPort = 5222, DirectTlsPort = 5223;

    /// <summary>The hosts in the order in which to try them.</summary>
    /// <param name="endpoint">With a port it is the only host; without one SRV decides, and the domain itself where there is none.</param>
    /// <param name="deadline">When connecting has to be over; the question takes at most half of what is left.</param>
    /// <param name="targets">Empty unless the outcome is <see cref="TransportStatus.Ok"/>.</param>
    public Outcome Locate(ServerEndpoint endpoint, Deadline deadline, out IReadOnlyList<ServerTarget> targets)
    {
        if (endpoint.Port != 0)
        {
            targets = [new ServerTarget(endpoint.Host, endpoint.Port)];
            return Outcome.Ok;
        }

        string service = endpoint.DirectTls ? "_xmpps-client._tcp" : "_xmpp-client._tcp";
        IReadOnlyList<SrvRecord> records = IPAddress.TryParse(endpoint.Domain, out _)
            ? []
            : names.Services(service, endpoint.Domain, deadline.Share(2));
        if (records.Count == 0)
        {
            // RFC 6120 §3.2.2.
            targets = [new ServerTarget(endpoint.Domain, endpoint.DirectTls ? DirectTlsPort : StartTlsPort)];
            return Outcome.Ok;
        }

        targets =
        [
            .. ServiceOrder.Of(records, Random.Shared)
                .Select(record => new ServerTarget(record.Target.Value.TrimEnd('.'), record.Port))
                .Where(target => target.Host.Length > 0),
        ];
        // RFC 6120 §3.2.1 point 3: the root as target says that there is no such service.
        return targets.Count > 0
            ? Outcome.Ok
            : new Outcome(TransportStatus.HostNotFound,
                $"{endpoint.Domain} says in the DNS ({service}) that it does not offer this; try the other of tls = starttls and direct");
    }
}
