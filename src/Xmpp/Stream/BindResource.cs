using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Resource binding (RFC 6120 §7).</summary>
public sealed class BindResource : INegotiationStep
{
    readonly string resource;

    /// <summary>Asks for this resource; the server may give another.</summary>
    public BindResource(string resource) => this.resource = resource;

    public bool IsSecret => false;

    public SessionEnd FailureKind => SessionEnd.Authentication;

    public string Failure { get; private set; } = "";

    /// <summary>The address that the server gave.</summary>
    public Jid? Bound;

    public bool IsDone(bool isSecure) => false;

    public bool IsOffered(XmlCursor features)
    {
        Bound = null;
        Failure = "the server lets nobody bind a resource after login; is it an XMPP client port?";
        return features.MoveToChild(Ns.Bind, Word.Bind);
    }

    public StepResult Begin(XmlWriter writer)
    {
        writer.Start(Word.Iq);
        writer.Attribute(Word.Type, Word.Set);
        writer.Attribute(Word.Id, Word.Bind);
        writer.Start(Word.Bind, Ns.Bind);
        writer.Element(Word.Resource, resource);
        writer.End();
        writer.End();
        return StepResult.Waiting;
    }

    public StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (!element.Is(Ns.Client, Word.Iq) || element.AttributeWord(Word.Id) != Word.Bind)
            return StepResult.Waiting;
        if (element.AttributeWord(Word.Type) == Word.Result
            && element.MoveToChild(Ns.Bind, Word.Bind)
            && element.MoveToChild(Ns.Bind, Word.Jid))
        {
            int text = element.Text();
            Bound = Jid.Parse(element.Bytes, element.Start(text), element.Length(text));
        }

        if (Bound != null && Bound.HasResource)
            return StepResult.Finished;
        Failure = "the server refused the resource " + resource + " (" + Condition(element) + "); is the account logged in too often?";
        return StepResult.Failed;
    }

    static string Condition(XmlCursor iq) =>
        iq.MoveToChild(Ns.Client, Word.Error) && iq.MoveToFirstChild() ? iq.LocalNameOf(iq.Node) : "no condition";
}
