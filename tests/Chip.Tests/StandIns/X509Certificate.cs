namespace System.Security.Cryptography.X509Certificates;

/// <summary>The chip's class of that name: keeps what it was given.</summary>
public sealed class X509Certificate(byte[] pem)
{
    public byte[] Pem { get; } = pem;
}
