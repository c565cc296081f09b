using System;
using System.IO;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Presentity.Chip.Tests.Tls;

namespace System.Net.Security;

/// <summary>The chip's class of that name: on a socket alone; a refused certificate is the error of mbedTLS.</summary>
public sealed class SslStream(Socket socket) : Stream
{
    const int CertificateRefused = -0x2700;

    readonly TlsClient client = new(socket);

    public SslVerification SslVerification { get; set; } = SslVerification.NoVerification;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void AuthenticateAsClient(string host, SslProtocols protocols) => AuthenticateAsClient(host, null, null, protocols);

    public void AuthenticateAsClient(string host, X509Certificate? own, X509Certificate? authority, SslProtocols protocols)
    {
        // Anything else verifies nothing on the chip, and offers TLS 1.3 alone or none at all.
        if (SslVerification != SslVerification.CertificateRequired || protocols != (SslProtocols.Tls12 | SslProtocols.Tls13) || own != null)
            throw new InvalidOperationException("TLS is not asked for as the chip needs it");
        // mbedTLS wants a zero behind a PEM text.
        byte[] pem = authority?.Pem ?? [0];
        if (pem[^1] != 0)
            throw new SocketException(CertificateRefused);
        if (!client.Authenticate(host, Encoding.ASCII.GetString(pem).TrimEnd('\0')))
            throw new SocketException(CertificateRefused);
    }

    public override int Read(byte[] buffer, int offset, int count) => client.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => client.Write(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing) => client.Dispose();
}

/// <summary>As on the chip.</summary>
public enum SslVerification
{
    NoVerification = 1,
    VerifyPeer = 2,
    CertificateRequired = 4,
}

/// <summary>As on the chip.</summary>
[Flags]
public enum SslProtocols
{
    None = 0,
    Tls12 = 3072,
    Tls13 = 12288,
}
