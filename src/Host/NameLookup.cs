using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DnsClient;
using DnsClient.Protocol;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Questions to the DNS: SRV records of a service, addresses of a host.</summary>
/// <param name="nameServer">Whom to ask; null for the operating system's choice.</param>
sealed class NameLookup(IPEndPoint? nameServer)
{
    /// <summary>The SRV records of services at a domain, asked for together; none where there are none or nobody answers.</summary>
    /// <param name="services">With their protocol: <c>_xmpp-client._tcp</c>.</param>
    /// <param name="domain">May be internationalized.</param>
    /// <param name="deadline">When to give up.</param>
    /// <returns>As many lists as services, in the same order.</returns>
    public IReadOnlyList<IReadOnlyList<SrvRecord>> Services(IReadOnlyList<string> services, string domain, Deadline deadline)
    {
        if (ToAscii(domain) is not string name)
            return [.. services.Select(_ => (IReadOnlyList<SrvRecord>)[])];
        IReadOnlyList<DnsResourceRecord>[] answers =
            Ask([.. services.Select(service => new DnsQuestion(service + "." + name, QueryType.SRV))], deadline);
        return [.. answers.Select(answer => (IReadOnlyList<SrvRecord>)[.. answer.OfType<SrvRecord>()])];
    }

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
        .. Ask([new DnsQuestion(name, QueryType.AAAA), new DnsQuestion(name, QueryType.A)], deadline)
            .SelectMany(answer => answer).OfType<AddressRecord>().Select(record => record.Address),
    ];

    /// <summary>Asks everything at once, so that one question without an answer does not use up the time of the others.</summary>
    IReadOnlyList<DnsResourceRecord>[] Ask(IReadOnlyList<DnsQuestion> questions, Deadline deadline)
    {
        LookupClientOptions options = nameServer == null ? new() : new(nameServer);
        options.UseCache = false;
        options.Retries = 2;
        options.Timeout = TimeSpan.FromMilliseconds(Math.Max(1, deadline.Left / (options.Retries + 1)));
        using var cancellation = deadline.Cancellation();
        var client = new LookupClient(options);
        return Task.WhenAll(questions.Select(question => AskAsync(client, question, cancellation.Token))).GetAwaiter().GetResult();
    }

    static async Task<IReadOnlyList<DnsResourceRecord>> AskAsync(LookupClient client, DnsQuestion question, CancellationToken cancellation)
    {
        try
        {
            return (await client.QueryAsync(question, cancellation).ConfigureAwait(false)).Answers;
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
