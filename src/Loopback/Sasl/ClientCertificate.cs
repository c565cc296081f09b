using System;
using System.Formats.Asn1;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Presentity.Loopback;

/// <summary>The certificate that a client shows: who it says that the client is (RFC 6120 §13.7.1.4, XEP-0178).</summary>
static class ClientCertificate
{
    /// <summary><c>id-on-xmppAddr</c></summary>
    public const string XmppAddress = "1.3.6.1.5.5.7.8.5";

    const string AlternativeNames = "2.5.29.17";

    static readonly Asn1Tag OtherName = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The address in it; null without a certificate, or one.</summary>
    public static string? Address(SslStream? tls)
    {
        X509Extension? names = (tls?.RemoteCertificate as X509Certificate2)?.Extensions
            .FirstOrDefault(extension => extension.Oid?.Value == AlternativeNames);
        if (names is null)
            return null;
        try
        {
            AsnReader all = new AsnReader(names.RawData, AsnEncodingRules.DER).ReadSequence();
            while (all.HasData)
            {
                if (!all.PeekTag().HasSameClassAndValue(OtherName))
                {
                    all.ReadEncodedValue();
                    continue;
                }

                AsnReader name = all.ReadSequence(OtherName);
                if (name.ReadObjectIdentifier() == XmppAddress)
                    return name.ReadSequence(OtherName).ReadCharacterString(UniversalTagNumber.UTF8String);
            }
        }
        catch (AsnContentException)
        {
            // Not a name that anybody could read.
        }

        return null;
    }

    /// <summary>The extension that says whose it is.</summary>
    public static X509Extension Naming(string address)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(OtherName))
        {
            writer.WriteObjectIdentifier(XmppAddress);
            using (writer.PushSequence(OtherName))
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, address);
        }

        return new X509Extension(AlternativeNames, writer.Encode(), critical: false);
    }
}
