using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>STARTTLS (RFC 6120 §5).</summary>
public sealed class StartTls : INegotiationStep
{
    public bool IsSecret => false;

    public SessionEnd FailureKind => SessionEnd.Tls;

    public string Failure { get; private set; } = "";

    public bool IsDone(bool isSecure) => isSecure;

    public bool IsOffered(XmlCursor features)
    {
        Failure = "the server offers no TLS: nothing is sent without it; set server to one that does, or tls = direct";
        return features.MoveToChild(Ns.Tls, Word.Starttls);
    }

    public StepResult Begin(XmlWriter writer)
    {
        writer.Start(Word.Starttls, Ns.Tls);
        writer.End();
        return StepResult.Waiting;
    }

    public StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (element.Is(Ns.Tls, Word.Proceed))
            return StepResult.SecureTransport;
        Failure = "the server refused to start TLS; look into its log";
        return StepResult.Failed;
    }
}
