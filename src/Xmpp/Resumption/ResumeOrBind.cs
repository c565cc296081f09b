using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Resumes the stream that was cut, with its resource (XEP-0198 §5); binds one where there is no such stream.</summary>
public sealed class ResumeOrBind : BindResource
{
    readonly StreamManagement management;

    /// <summary>Asks for this resource; the server may give another.</summary>
    public ResumeOrBind(string resource, StreamManagement management)
        : base(resource) => this.management = management;

    /// <summary>Whether it came with the login, inside SASL 2 (XEP-0388).</summary>
    internal bool IsInline;

    public override bool IsOffered(XmlCursor features)
    {
        management.ReadFeatures(features);
        return base.IsOffered(features);
    }

    public override StepResult Begin(XmlWriter writer)
    {
        if (!management.IsOffered || !management.CanResume)
            return base.Begin(writer);
        management.Resume(writer);
        return StepResult.Waiting;
    }

    public override StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (management.CanResume && element.Namespace == Ns.StreamManagement)
            return Resume(element, writer);
        Jid? last = Bound;
        StepResult result = base.Receive(element, writer);
        if (result == StepResult.Finished)
            BindAnew(last);
        return result;
    }

    /// <summary>Takes what came of it with the login.</summary>
    /// <param name="success">At the success; moved.</param>
    /// <param name="self">Who has logged in, with a resource where one was bound.</param>
    /// <param name="writer">Empty; what is in it after the call is sent.</param>
    internal StepResult Take(XmlCursor success, Jid self, XmlWriter writer)
    {
        int top = success.Node;
        if (management.CanResume && success.MoveToChild(Ns.StreamManagement, Word.Resumed))
        {
            IsInline = true;
            return Resume(success, writer);
        }

        success.MoveTo(top);
        if (management.CanResume && success.MoveToChild(Ns.StreamManagement, Word.Failed))
            management.ReadFailed(success);
        success.MoveTo(top);
        IsInline = self.HasResource && success.MoveToChild(Ns.Bind2, Word.Bound);
        if (!IsInline)
            return StepResult.Finished;
        Jid? last = Bound;
        management.IsOffered = false;
        Bound = self;
        BindAnew(last);
        if (success.MoveToChild(Ns.StreamManagement, Word.Enabled))
        {
            management.Count();
            management.ReadEnabled(success, isSecure: true);
        }

        return StepResult.Finished;
    }

    StepResult Resume(XmlCursor answer, XmlWriter writer)
    {
        if (answer.LocalName != Word.Resumed)
        {
            management.ReadFailed(answer);
            return base.Begin(writer);
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

    void BindAnew(Jid? last)
    {
        management.Forget();
        // Nobody takes an answer from an address that he did not ask.
        if (last == null || !Bound!.Matches(last.Bytes, 0, last.Bytes.Length))
            management.Unacked.Clear();
    }
}
