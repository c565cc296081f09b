using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Loopback.Tests;

/// <summary>What became of a device's login.</summary>
/// <param name="Text">Why it failed, as it is logged; empty when it did not.</param>
/// <param name="Security">What protects the stream, and the mechanism.</param>
/// <param name="Address">The full address; empty when there was no session.</param>
/// <param name="RoundTrips">How often the device had to wait for the server under TLS before it was online.</param>
/// <param name="Hmacs">How many HMACs it computed, beside the iterations of a key.</param>
/// <param name="Derivations">How many keys it derived.</param>
sealed record LoginOutcome(SessionEnd End, string Text, string Security, string Address, int RoundTrips, int Hmacs, int Derivations);

/// <summary>A device's own code that logs in at a server in the process, over real TLS.</summary>
sealed class DeviceLogin : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("presentity-test-").FullName;

    public Credentials Credentials { get; set; } = new("device", "device-pass");

    public bool DirectTls { get; set; }

    /// <summary>What was logged, with all that went over the wire.</summary>
    public StringWriter Log { get; } = new();

    string? CertificateFile { get; set; }

    /// <summary>Shows a certificate.</summary>
    public void Show(X509Certificate2 certificate)
    {
        CertificateFile = Path.Combine(folder, "client.pem");
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem() + "\n" + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Credentials.HasCertificate = true;
    }

    /// <summary>A server that has the account.</summary>
    public static LoopbackServer Serve(LoopbackOptions options)
    {
        var server = new LoopbackServer(options);
        server.AddAccount("device", "device-pass");
        server.Start();
        return server;
    }

    /// <summary>Logs in, and out again.</summary>
    public Task<LoginOutcome> RunAsync(LoopbackServer server) => Task.Run(() => Run(server));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    LoginOutcome Run(LoopbackServer server)
    {
        string authority = Path.Combine(folder, "ca.pem");
        server.Authority.WriteTo(authority);
        var clock = new SystemClock();
        var endpoint = new ServerEndpoint("127.0.0.1", DirectTls ? server.DirectTlsPort : server.StartTlsPort, "localhost", DirectTls);
        var options = new SessionOptions(Xmpp.Jid.Parse("device@localhost")!, Credentials, endpoint);
        using var socket = new SocketTransport(new TransportOptions { AuthoritiesFile = authority, CertificateFile = CertificateFile });
        var transport = new CountingTransport(socket);
        var crypto = new CountingCrypto(new SystemCrypto());
        var session = new XmppSession(options, transport, clock, crypto, new ConsoleLog(Log, clock, verbose: true),
            Vocabulary.Create(), new XmlLimits());
        session.Open();
        while (session.State == SessionState.Negotiating)
            session.Turn(1000);
        bool isIn = session.State == SessionState.Online;
        string security = session.Security;
        string address = session.Bound?.ToString() ?? "";
        int roundTrips = transport.RoundTrips;
        session.Close();
        while (session.State != SessionState.Closed)
            session.Turn(1000);
        return new LoginOutcome(isIn ? SessionEnd.None : session.End, isIn ? "" : session.EndText, security, address, roundTrips, crypto.Hmacs, crypto.Derivations);
    }
}
