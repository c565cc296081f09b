using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Resource binding (RFC 6120 §7); in its place, the stream that was cut is resumed with its resource (XEP-0198 §5).</summary>
public sealed class BindResource : NegotiationStep
{
    readonly string resource;
    readonly StreamManagement management;

    /// <summary>Asks for this resource; the server may give another.</summary>
    public BindResource(string resource, StreamManagement management)
        : base(SessionEnd.Authentication, isSecret: false)
    {
        this.resource = resource;
        this.management = management;
    }

    /// <summary>The address that the server gave.</summary>
    public Jid? Bound;

    public override bool IsOffered(XmlCursor features)
    {
        Failure = "the server lets nobody bind a resource";
        management.ReadFeatures(features);
        return features.MoveToChild(Ns.Bind, Word.Bind);
    }

    public override StepResult Begin(XmlWriter writer)
    {
        if (management.IsOffered && management.CanResume)
            management.Resume(writer);
        else
            Bind(writer);
        return StepResult.Waiting;
    }

    public override StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (management.CanResume && element.Namespace == Ns.StreamManagement)
            return Resume(element, writer);
        if (!element.Is(Ns.Client, Word.Iq) || element.AttributeWord(Word.Id) != Word.Bind)
            return StepResult.Waiting;
        return Bind(element) ? StepResult.Finished : StepResult.Failed;
    }

    void Bind(XmlWriter writer)
    {
        writer.Start(Word.Iq);
        writer.Attribute(Word.Type, Word.Set);
        writer.Attribute(Word.Id, Word.Bind);
        writer.Start(Word.Bind, Ns.Bind);
        writer.Element(Word.Resource, resource);
        writer.End();
        writer.End();
    }

    StepResult Resume(XmlCursor answer, XmlWriter writer)
    {
        if (answer.LocalName != Word.Resumed)
        {
            management.ReadFailed(answer);
            Bind(writer);
            return StepResult.Waiting;
        }

        int wrong = management.ReadResumed(answer);
        if (wrong == 0)
            return StepResult.Finished;
        Failure = "the server has resumed another stream than ours";
        if (wrong == Word.UndefinedCondition)
            management.WriteTooHigh(writer, answer);
        management.Forget();
        return StepResult.Failed;
    }

    bool Bind(XmlCursor iq)
    {
        Jid? bound = null;
        if (iq.AttributeWord(Word.Type) == Word.Result
            && iq.MoveToChild(Ns.Bind, Word.Bind)
            && iq.MoveToChild(Ns.Bind, Word.Jid))
        {
            int text = iq.Text();
            bound = Jid.Parse(iq.Bytes, iq.Start(text), iq.Length(text));
        }

        if (bound == null || !bound.HasResource)
        {
            Failure = "the server refused the resource " + resource + " (" + Condition(iq) + ")";
            return false;
        }

        management.Forget();
        // Nobody takes an answer from an address that he did not ask.
        if (Bound == null || !bound.Matches(Bound.Bytes, 0, Bound.Bytes.Length))
            management.Unacked.Clear();
        Bound = bound;
        return true;
    }

    static string Condition(XmlCursor iq) =>
        iq.MoveToChild(Ns.Client, Word.Error) && iq.MoveToFirstChild() ? iq.LocalNameOf(iq.Node) : "no condition";
}
