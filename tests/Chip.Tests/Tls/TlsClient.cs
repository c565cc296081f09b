using System;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Presentity.Chip.Tests.Tls;

/// <summary>TLS on a connected socket, with the authorities of a PEM text alone.</summary>
public sealed class TlsClient(Socket socket) : IDisposable
{
    readonly SslStream stream = new(new NetworkStream(socket, ownsSocket: false));

    /// <summary>Handshakes.</summary>
    /// <returns>False when the certificate was not accepted.</returns>
    public bool Authenticate(string host, string authorities)
    {
        X509Certificate2Collection trusted = [];
        trusted.ImportFromPem(authorities);
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        bool refused = false;
        try
        {
            stream.AuthenticateAsClient(new SslClientAuthenticationOptions
            {
                TargetHost = host,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                CertificateChainPolicy = policy,
                RemoteCertificateValidationCallback = (_, _, _, errors) => !(refused = errors != SslPolicyErrors.None),
            });
            return true;
        }
        catch (AuthenticationException) when (refused)
        {
            return false;
        }
    }

    public int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

    public void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);

    public void Dispose() => stream.Dispose();
}
