using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>SASL as RFC 6120 §6 carries it.</summary>
public sealed class SaslStep : NegotiationStep
{
    readonly SaslLogin login;

    /// <summary>Carries these logins.</summary>
    public SaslStep(SaslLogin login)
        : base(SessionEnd.Authentication, isSecret: true) => this.login = login;

    public override bool IsOffered(XmlCursor features)
    {
        bool chosen = login.Choose(features, Ns.Sasl, Word.Mechanisms);
        Failure = login.Failure;
        return chosen;
    }

    public override StepResult Begin(XmlWriter writer)
    {
        byte[] first = login.Begin();
        writer.Start(Word.Auth, Ns.Sasl);
        writer.Attribute(Word.Mechanism, login.Name);
        SaslLogin.Write(writer, first);
        writer.End();
        return StepResult.Waiting;
    }

    public override StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (element.Is(Ns.Sasl, Word.Challenge))
            return Challenge(element, writer);
        if (element.Is(Ns.Sasl, Word.Success))
        {
            // When it cannot be believed it is too late to abort.
            bool believed = login.Succeeds(SaslLogin.Read(element));
            Failure = login.Failure;
            return believed ? StepResult.RestartStream : StepResult.Failed;
        }

        if (element.Is(Ns.Sasl, Word.Failure))
        {
            Failure = login.Describe(element);
            return StepResult.Failed;
        }

        Failure = "the server sent something else in the middle of the login";
        return Abort(writer);
    }

    StepResult Challenge(XmlCursor element, XmlWriter writer)
    {
        byte[]? response = login.Answer(SaslLogin.Read(element));
        Failure = login.Failure;
        if (response == null)
            return Abort(writer);
        writer.Start(Word.Response, Ns.Sasl);
        SaslLogin.Write(writer, response);
        writer.End();
        return StepResult.Waiting;
    }

    static StepResult Abort(XmlWriter writer)
    {
        writer.Start(Word.Abort, Ns.Sasl);
        writer.End();
        return StepResult.Failed;
    }
}
