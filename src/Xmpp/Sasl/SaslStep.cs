using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>SASL as RFC 6120 §6 carries it.</summary>
public class SaslStep : NegotiationStep
{
    readonly SaslLogin login;

    /// <summary>The namespace of the exchange: RFC 6120's, or that of another profile which has the same elements.</summary>
    protected virtual int Space => Ns.Sasl;

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
        if (element.Is(Space, Word.Success))
        {
            // When it cannot be believed it is too late to abort.
            bool believed = login.Succeeds(SaslLogin.Read(element));
            Failure = login.Failure;
            return believed ? StepResult.RestartStream : StepResult.Failed;
        }

        if (element.Is(Space, Word.Failure))
        {
            Failure = login.Describe(element);
            return StepResult.Failed;
        }

        bool isChallenge = element.Is(Space, Word.Challenge);
        byte[]? response = isChallenge ? login.Answer(SaslLogin.Read(element)) : null;
        Failure = isChallenge ? login.Failure : "the server sent something else in the middle of the login";
        writer.Start(response != null ? Word.Response : Word.Abort, Space);
        if (response != null)
            SaslLogin.Write(writer, response);
        writer.End();
        return response != null ? StepResult.Waiting : StepResult.Failed;
    }
}
