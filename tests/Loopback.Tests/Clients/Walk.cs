using System;
using System.Security.Cryptography;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback.Tests;

/// <summary>A client that logs in with STARTTLS and SCRAM, and knows how far it has come.</summary>
sealed class Walk(LoopbackServer server)
{
    /// <summary>What is waited for.</summary>
    public Moment At { get; private set; }

    /// <summary>Goes all the way, and pings.</summary>
    /// <returns>What has ended it; null when everything was as it should be.</returns>
    public async Task<Exception?> RunAsync()
    {
        try
        {
            await using RawClient client = await RawClient.ConnectAsync(server);
            await LogInAsync(client);
            At = Moment.Session;
            await client.ReadNothingAsync();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    async Task LogInAsync(RawClient client)
    {
        var scram = new ScramClient(HashAlgorithmName.SHA1, "a", "a-pass");
        At = Moment.Header;
        await client.OpenAsync();
        At = Moment.TlsFeatures;
        await client.ReadAsync();
        At = Moment.Proceed;
        await client.AskAsync("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        await client.SecureAsync();
        At = Moment.SecureHeader;
        await client.OpenAsync();
        At = Moment.SaslFeatures;
        await client.ReadAsync();
        At = Moment.Challenge;
        XElement challenge = await client.AskAsync(
            $"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{RawClient.Encode(scram.First)}</auth>");
        At = Moment.Success;
        await client.AskAsync(
            $"<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{RawClient.Encode(scram.Final(RawClient.Decode(challenge.Value)))}</response>");
        At = Moment.SessionHeader;
        await client.OpenAsync();
        At = Moment.BindFeatures;
        await client.ReadAsync();
        At = Moment.Bound;
        await client.AskAsync("<iq type='set' id='x'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
    }
}
