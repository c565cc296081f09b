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
    const string StartTls = "_xmpp-client._tcp", Direct = "_xmpps-client._tcp";
    const int StartTlsPort = 5222, DirectTlsPort = 5223;

    /// <summary>The hosts, of which the next to try can be taken.</summary>
    /// <param name="endpoint">With a port it is the only host; without one SRV decides, and the host itself where there is none.</param>
    /// <param name="deadline">When connecting has to be over; the questions take at most half of what is left.</param>
    /// <param name="targets">Empty unless the outcome is <see cref="TransportStatus.Ok"/>.</param>
    public Outcome Locate(ServerEndpoint endpoint, Deadline deadline, out ServerTargets targets)
    {
        targets = new ServerTargets(Random.Shared);
        string name = endpoint.Host.Length > 0 ? endpoint.Host : endpoint.Domain;
        if (endpoint.Port != 0)
        {
            targets.Add(new ServerTarget(name, endpoint.Port, endpoint.DirectTls, 0, 0));
            return Outcome.Ok;
        }

        string[] services = endpoint.EitherTls ? [StartTls, Direct] : endpoint.DirectTls ? [Direct] : [StartTls];
        IReadOnlyList<IReadOnlyList<SrvRecord>> answers = IPAddress.TryParse(name, out _)
            ? [.. services.Select(_ => Array.Empty<SrvRecord>())]
            : names.Services(services, name, deadline.Share(2));
        for (int i = 0; i < services.Length; i++)
            Add(targets, answers[i], directTls: services[i] == Direct);
        if (targets.Count > 0)
            return Outcome.Ok;

        // RFC 6120 §3.2.1 point 3: the root as target says that there is no such service.
        if (answers[0].Count > 0)
            return new Outcome(TransportStatus.HostNotFound,
                $"{name} says in the DNS ({string.Join(", ", services)}) that it does not offer this; "
                + (endpoint.EitherTls ? "check the domain, or set server = host:port" : "try the other of tls = starttls and direct"));
        // RFC 6120 §3.2.2.
        bool direct = services[0] == Direct;
        targets.Add(new ServerTarget(name, direct ? DirectTlsPort : StartTlsPort, direct, 0, 0));
        return Outcome.Ok;
    }

    static void Add(ServerTargets targets, IReadOnlyList<SrvRecord> records, bool directTls)
    {
        foreach (SrvRecord record in records)
        {
            string host = record.Target.Value.TrimEnd('.');
            if (host.Length > 0)
                targets.Add(new ServerTarget(host, record.Port, directTls, record.Priority, record.Weight));
        }
    }
}
