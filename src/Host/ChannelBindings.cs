using System;
using System.Formats.Asn1;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Presentity.Host;

/// <summary>What a TLS connection of .NET can be bound to (RFC 5056), at either end.</summary>
public static class ChannelBindings
{
    /// <summary>Keying material that both ends compute (RFC 9266).</summary>
    public const string Exporter = "tls-exporter";

    /// <summary>The hash of the server's certificate (RFC 5929 §4).</summary>
    public const string ServerEndPoint = "tls-server-end-point";

    /// <summary>The data of a type.</summary>
    /// <param name="tls">After its handshake.</param>
    /// <param name="type">Either of the above.</param>
    /// <returns>Null when the platform does not have this type for this connection.</returns>
    public static byte[]? Of(SslStream tls, string type)
    {
        if (!tls.IsAuthenticated)
            return null;
        if (type == ServerEndPoint)
            return HashOf(tls.IsServer ? tls.LocalCertificate : tls.RemoteCertificate);
        // RFC 9266 §3: with TLS 1.2 only if the handshake had an extended master secret, which nobody tells us.
        return type == Exporter && tls.SslProtocol == SslProtocols.Tls13 ? KeyingMaterial.ForChannelBinding(tls) : null;
    }

    /// <summary>RFC 5929 §4.1: by the hash of the certificate's signature, but SHA-256 for MD5 and SHA-1; undefined without one.</summary>
    static byte[]? HashOf(X509Certificate? certificate)
    {
        if (certificate is not X509Certificate2 server)
            return null;
        string algorithm = server.SignatureAlgorithm.Value ?? "";
        HashAlgorithmName? hash = algorithm switch
        {
            "1.2.840.113549.1.1.4" or "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            "1.2.840.113549.1.1.10" => HashOfPss(server.RawDataMemory),
            _ => null,
        };
        return hash is { } name ? CryptographicOperations.HashData(name, server.RawDataMemory.Span) : null;
    }

    /// <summary>RSASSA-PSS names its hash in its parameters (RFC 4055 §3.1).</summary>
    static HashAlgorithmName? HashOfPss(ReadOnlyMemory<byte> certificate)
    {
        try
        {
            AsnReader whole = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence();
            whole.ReadEncodedValue();
            AsnReader algorithm = whole.ReadSequence();
            algorithm.ReadObjectIdentifier();
            AsnReader parameters = algorithm.ReadSequence();
            Asn1Tag first = new(TagClass.ContextSpecific, 0, isConstructed: true);
            if (!parameters.HasData || !parameters.PeekTag().HasSameClassAndValue(first))
                return HashAlgorithmName.SHA256;
            return parameters.ReadSequence(first).ReadSequence().ReadObjectIdentifier() switch
            {
                "2.16.840.1.101.3.4.2.1" or "1.3.14.3.2.26" => HashAlgorithmName.SHA256,
                "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
                "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
