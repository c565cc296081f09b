using System.Text;

namespace Presentity.Xmpp;

/// <summary>A mechanism of one message: PLAIN (RFC 4616) and EXTERNAL (RFC 4422 appendix A). TLS alone tells who the server is.</summary>
sealed class OneMessage : SaslMechanism
{
    readonly byte[] message;

    internal OneMessage(string message)
    {
        this.message = Encoding.UTF8.GetBytes(message);
        IsProven = true;
    }

    public override byte[] ClientFirst() => message;

    public override byte[]? ClientFinal(byte[] challenge)
    {
        Failure = "the server sent a challenge that the mechanism does not have; this may be an attack";
        return null;
    }

    public override bool Verify(byte[] serverFinal) => true;
}
