using System;
using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Presentity.Benchmarks.Network;

/// <summary>The least that there can be: an <see cref="SslStream"/>, prepared bytes, and a search for the end of the answer.</summary>
sealed class SslProbe : IDisposable
{
    static readonly byte[] Ping = Encoding.ASCII.GetBytes($"<iq type='get' id='p' to='{ProsodyServer.Domain}'><ping xmlns='urn:xmpp:ping'/></iq>");

    readonly byte[] buffer = new byte[8192];
    readonly TcpClient tcp = new() { NoDelay = true };
    readonly SslStream stream;

    public SslProbe(ProsodyServer server, string jid, string password)
    {
        tcp.Connect(ProsodyServer.Address, server.Port);
        NetworkStream plain = tcp.GetStream();
        string header = $"<?xml version='1.0'?><stream:stream to='{ProsodyServer.Domain}' version='1.0' xmlns='jabber:client' "
            + "xmlns:stream='http://etherx.jabber.org/streams'>";
        Say(plain, header, "</stream:features>");
        Say(plain, "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", "<proceed");
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(server.AuthoritiesFile);
        stream = new SslStream(plain);
        stream.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = ProsodyServer.Domain, CertificateChainPolicy = policy });
        Say(stream, header, "</stream:features>");
        string plainText = Convert.ToBase64String(Encoding.UTF8.GetBytes("\0" + jid[..jid.IndexOf('@', StringComparison.Ordinal)] + "\0" + password));
        Say(stream, $"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{plainText}</auth>", "<success");
        Say(stream, header, "</stream:features>");
        Say(stream, "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "</iq>");
    }

    /// <summary>Pings one after the other; the time of each in nanoseconds.</summary>
    public double[] Pings(int count)
    {
        double[] times = new double[count];
        for (int i = 0; i < count; i++)
        {
            long began = Stopwatch.GetTimestamp();
            stream.Write(Ping, 0, Ping.Length);
            int length = 0;
            do
                length += stream.Read(buffer, length, buffer.Length - length);
            while (buffer[length - 1] != '>');
            times[i] = Stopwatch.GetElapsedTime(began).TotalNanoseconds;
        }
        return times;
    }

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    void Say(System.IO.Stream to, string text, string until)
    {
        to.Write(Encoding.UTF8.GetBytes(text));
        var heard = new StringBuilder();
        while (!heard.ToString().Contains(until, StringComparison.Ordinal))
        {
            int read = to.Read(buffer, 0, buffer.Length);
            if (read == 0)
                throw new InvalidOperationException($"the server closed the connection after {heard}");
            heard.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
    }
}
