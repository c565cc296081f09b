using System;
using System.ComponentModel;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Makes a stream a verified TLS 1.2 or 1.3 one (RFC 6120 §5.4.3.3 and §13.7, RFC 7590, XEP-0368).</summary>
/// <param name="settings">Whom to trust, and what to show.</param>
sealed class TlsHandshake(TransportOptions settings)
{
    static readonly SslApplicationProtocol XmppClient = new("xmpp-client");

    /// <summary>The certificate, in DER, that the last chain which was accepted ended in: who vouches for the server.</summary>
    public byte[]? Authority { get; private set; }

    /// <summary>Runs the handshake, for as long as the reads of what lies below wait.</summary>
    /// <param name="stream">Not yet authenticated; of no use after a failure.</param>
    /// <param name="domain">The XMPP domain, sent as SNI, that the certificate must name.</param>
    /// <param name="direct">True for TLS from the first byte: only then there is an ALPN name.</param>
    public Outcome Run(SslStream stream, string domain, bool direct)
    {
        Outcome authorities = Authorities.Policy(settings.AuthoritiesFile, out X509ChainPolicy policy);
        if (!authorities.IsOk)
            return authorities;
        SslStreamCertificateContext? certificate = null;
        string fault = settings.CertificateFile == null
            ? ""
            : ClientCertificate.Read(settings.CertificateFile, settings.CertificateKeyFile ?? settings.CertificateFile, out certificate);
        if (fault.Length > 0)
            return new Outcome(TransportStatus.HandshakeFailed, fault);

        Outcome verdict = Outcome.Ok;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = domain,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            AllowRenegotiation = false,
            ApplicationProtocols = direct ? [XmppClient] : null,
            CertificateChainPolicy = policy,
            ClientCertificateContext = certificate,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                verdict = new CertificateVerdict(domain, settings.AuthoritiesFile).Of(errors, certificate, chain);
                Authority = verdict.IsOk ? chain!.ChainElements[^1].Certificate.RawData : null;
                return verdict.IsOk;
            },
        };
        try
        {
            stream.AuthenticateAsClient(options);
            return Outcome.Ok;
        }
        catch (Exception e) when (e.GetBaseException() is SocketException { SocketErrorCode: SocketError.TimedOut })
        {
            return new Outcome(TransportStatus.TimedOut,
                $"{domain} did not finish the TLS handshake in time; check that the port is right");
        }
        catch (Exception e) when (e is AuthenticationException or IOException or Win32Exception
            or CryptographicException or ArgumentException)
        {
            return verdict.IsOk ? NoAgreement(domain, direct, e) : verdict;
        }
        finally
        {
            foreach (X509Certificate2 authority in policy.CustomTrustStore)
                authority.Dispose();
        }
    }

    static Outcome NoAgreement(string domain, bool direct, Exception e) => new(TransportStatus.HandshakeFailed,
        $"no agreement on TLS with {domain}: {Sentence.Part(e.GetBaseException().Message)}; "
        + "the server must offer TLS 1.2 or 1.3" + (direct ? ", and from the first byte (or set tls = starttls)" : ""));
}
