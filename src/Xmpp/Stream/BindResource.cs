using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Resource binding (RFC 6120 §7).</summary>
public class BindResource : NegotiationStep
{
    readonly string resource;

    /// <summary>Asks for this resource; the server may give another.</summary>
    public BindResource(string resource)
        : base(SessionEnd.Authentication, isSecret: false) => this.resource = resource;

    /// <summary>The address that the server gave last.</summary>
    public Jid? Bound;

    public override bool IsOffered(XmlCursor features)
    {
        Failure = "the server lets nobody bind a resource";
        return features.MoveToChild(Ns.Bind, Word.Bind);
    }

    public override StepResult Begin(XmlWriter writer)
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

    public override StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (!element.Is(Ns.Client, Word.Iq) || element.AttributeWord(Word.Id) != Word.Bind)
            return StepResult.Waiting;
        Jid? bound = null;
        if (element.AttributeWord(Word.Type) == Word.Result
            && element.MoveToChild(Ns.Bind, Word.Bind)
            && element.MoveToChild(Ns.Bind, Word.Jid))
        {
            int text = element.Text();
            bound = Jid.Parse(element.Bytes, element.Start(text), element.Length(text));
        }

        if (bound != null && bound.HasResource)
        {
            Bound = bound;
            return StepResult.Finished;
        }

        Failure = "the server refused the resource " + resource + " (" + Condition(element) + ")";
        return StepResult.Failed;
    }

    static string Condition(XmlCursor iq) =>
        iq.MoveToChild(Ns.Client, Word.Error) && iq.MoveToFirstChild() ? iq.LocalNameOf(iq.Node) : "no condition";
}
