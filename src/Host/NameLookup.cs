using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Questions to the DNS: SRV records of a service, addresses of a host.</summary>
/// <param name="nameServer">Whom to ask; null for the operating system's choice.</param>
sealed class NameLookup(IPEndPoint? nameServer)
{
    /// <summary>The SRV records of a service at a domain; empty when there are none or nobody answers.</summary>
    /// <param name="service">With its protocol: <c>_xmpp-client._tcp</c>.</param>
    /// <param name="domain">May be internationalized.</param>
    /// <param name="deadline">When to give up.</param>
    public IReadOnlyList<SrvRecord> Services(string service, string domain, Deadline deadline) =>
        ToAscii(domain) is string name
            ? [.. Ask(service + "." + name, QueryType.SRV, deadline).OfType<SrvRecord>()]
            : [];

    /// <summary>All addresses of a host, in the order in which to try them.</summary>
    /// <param name="host">A name, which may be internationalized, or an address literal.</param>
    /// <param name="deadline">When to give up.</param>
    /// <param name="addresses">At least one when the outcome is <see cref="TransportStatus.Ok"/>, else empty.</param>
    public Outcome Addresses(string host, Deadline deadline, out IReadOnlyList<IPAddress> addresses)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
            addresses = [literal];
        else if (ToAscii(host) is string name)
            addresses = nameServer == null ? AskSystem(name, deadline) : AskServer(name, deadline);
        else
            addresses = [];
        if (addresses.Count > 0)
            return Outcome.Ok;
        return deadline.Left == 0
            ? new Outcome(TransportStatus.TimedOut, $"no name server answered for {host} in time; check the network")
            : new Outcome(TransportStatus.HostNotFound, $"the name {host} has no address; check the domain, or set server = host:port");
    }

    static IReadOnlyList<IPAddress> AskSystem(string name, Deadline deadline)
    {
        using var cancellation = deadline.Cancellation();
        try
        {
            return Dns.GetHostAddressesAsync(name, cancellation.Token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ArgumentException)
        {
            return [];
        }
    }

    List<IPAddress> AskServer(string name, Deadline deadline) =>
    [
        .. Ask(name, QueryType.AAAA, deadline.Share(2)).Concat(Ask(name, QueryType.A, deadline))
            .OfType<AddressRecord>().Select(record => record.Address),
    ];

    IEnumerable<DnsResourceRecord> Ask(string name, QueryType type, Deadline deadline)
    {
        LookupClientOptions options = nameServer == null ? new() : new(nameServer);
        options.UseCache = false;
        options.Retries = 2;
        options.Timeout = TimeSpan.FromMilliseconds(Math.Max(1, deadline.Left / (options.Retries + 1)));
        using var cancellation = deadline.Cancellation();
        try
        {
            return new LookupClient(options).QueryAsync(name, type, QueryClass.IN, cancellation.Token).GetAwaiter().GetResult().Answers;
        }
        catch (Exception e) when (e is DnsResponseException or SocketException or OperationCanceledException or ArgumentException)
        {
            return [];
        }
    }

    // RFC 6120 §3.2.1 asks the DNS for the ASCII form; null when there is none, so no such name can exist.
    static string? ToAscii(string name)
    {
        try
        {
            return new IdnMapping().GetAscii(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
