using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>STARTTLS (RFC 6120 §5).</summary>
public sealed class StartTls : NegotiationStep
{
    /// <summary>Without TLS there is nothing to go on with.</summary>
    public StartTls()
        : base(SessionEnd.Tls, isSecret: false)
    {
    }

    public override bool IsDone(bool isSecure) => isSecure;

    public override bool IsOffered(XmlCursor features)
    {
        Failure = "the server offers no TLS: nothing is sent without it; perhaps tls = direct";
        return features.MoveToChild(Ns.Tls, Word.Starttls);
    }

    public override StepResult Begin(XmlWriter writer)
    {
        writer.Start(Word.Starttls, Ns.Tls);
        writer.End();
        return StepResult.Waiting;
    }

    public override StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (element.Is(Ns.Tls, Word.Proceed))
            return StepResult.SecureTransport;
        Failure = "the server refused to start TLS";
        return StepResult.Failed;
    }
}
