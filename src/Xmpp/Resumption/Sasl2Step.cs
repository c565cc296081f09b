using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>SASL 2 (XEP-0388) where the server has it, with the resource (XEP-0386) or the stream that was cut (XEP-0198) in the same
/// exchange, and by a token of the last login in one round trip (XEP-0484). Elsewhere SASL as RFC 6120 §6 has it.</summary>
sealed class Sasl2Step : SaslStep
{
    readonly SaslLogin login;
    readonly SessionOptions options;
    readonly StreamManagement management;
    readonly ResumeOrBind bind;
    readonly IClock clock;
    bool offersBind;
    bool managesBound;
    bool usesToken;
    bool isHasty;
    string tokenMechanism = "";
    int space;

    /// <summary>Carries these logins.</summary>
    internal Sasl2Step(SaslLogin login, SessionOptions options, StreamManagement management, ResumeOrBind bind, IClock clock)
        : base(login)
    {
        this.login = login;
        this.options = options;
        this.management = management;
        this.bind = bind;
        this.clock = clock;
    }

    /// <summary>Whether the token was thrown away, and the login goes on without it on another connection. Servers differ in whether they
    /// take one more attempt on the same.</summary>
    internal bool MustFallBack;

    protected override int Space => space;

    public override bool IsOffered(XmlCursor features)
    {
        int top = features.Node;
        isHasty = false;
        usesToken = false;
        space = Ns.Sasl2;
        ReadInline(features);
        features.MoveTo(top);
        bool isThere = features.MoveToChild(Ns.Sasl2, Word.Authentication);
        features.MoveTo(top);
        if (isThere && login.Choose(features, Ns.Sasl2, Word.Authentication))
        {
            usesToken = tokenMechanism.Length > 0 && options.Credentials.TokenMechanism == tokenMechanism && login.CanUseToken(clock.UnixSeconds);
            return true;
        }

        Failure = login.Failure;
        features.MoveTo(top);
        // A server may have better mechanisms in the older profile.
        if (isThere && !features.MoveToChild(Ns.Sasl, Word.Mechanisms))
            return false;
        features.MoveTo(top);
        space = Ns.Sasl;
        return base.IsOffered(features);
    }

    public override StepResult Begin(XmlWriter writer)
    {
        if (space == Ns.Sasl)
            return base.Begin(writer);
        byte[] first = usesToken ? login.BeginWithToken() : login.Begin();
        writer.Start(Word.Authenticate, Ns.Sasl2);
        writer.Attribute(Word.Mechanism, login.Name);
        writer.Start(Word.InitialResponse);
        SaslLogin.Write(writer, first);
        writer.End();
        writer.Start(Word.UserAgent);
        writer.Attribute(Word.Id, login.AgentId);
        writer.Element(Word.Software, options.Software);
        writer.Element(Word.Device, options.Device);
        writer.End();
        if (usesToken)
        {
            writer.Start(Word.Fast, Ns.Fast);
            writer.End();
        }
        else if (tokenMechanism.Length > 0)
        {
            writer.Start(Word.RequestToken, Ns.Fast);
            writer.Attribute(Word.Mechanism, tokenMechanism);
            writer.End();
        }

        if (management.CanResume && management.IsOffered)
            management.Resume(writer);
        if (offersBind)
        {
            writer.Start(Word.Bind, Ns.Bind2);
            writer.Element(Word.Tag, options.Resource);
            if (managesBound && options.ManagesStream)
                StreamManagement.WriteEnable(writer);
            writer.End();
        }

        writer.End();
        return StepResult.Waiting;
    }

    /// <summary>Begins behind the stream header, before the server has offered anything, where there is a token: what it was given for
    /// is likely to be there still, and if it is not, the features say so (XEP-0388 §2.1).</summary>
    /// <returns>False when nothing was written.</returns>
    internal bool Hasten(XmlWriter writer)
    {
        // Not twice in a row without a success: there may be a server that closes the connection on it.
        bool can = !isHasty && options.UsesToken && login.CanUseToken(clock.UnixSeconds);
        isHasty = can;
        if (!can)
            return false;
        space = Ns.Sasl2;
        usesToken = true;
        offersBind = true;
        managesBound = true;
        management.IsOffered = true;
        Begin(writer);
        return true;
    }

    /// <summary>Looks whether what was begun in haste is on offer.</summary>
    /// <param name="features">At the features; moved.</param>
    internal bool IsStillOffered(XmlCursor features)
    {
        if (!isHasty || space == Ns.Sasl)
            return true;
        ReadInline(features);
        if (options.Credentials.TokenMechanism == tokenMechanism)
            return true;
        DropToken("the server offers no login with the token");
        return false;
    }

    public override StepResult Receive(XmlCursor element, XmlWriter writer)
    {
        if (space != Ns.Sasl && element.Is(space, Word.Success))
            return Succeed(element, writer);
        if (space != Ns.Sasl && element.Is(space, Word.Continue))
        {
            Failure = "the server wants more than one proof, and there is only the password";
            return StepResult.Failed;
        }

        StepResult result = base.Receive(element, writer);
        if (result == StepResult.Failed && usesToken)
            DropToken("the server does not take the token");
        return result;
    }

    StepResult Succeed(XmlCursor success, XmlWriter writer)
    {
        int top = success.Node;
        byte[]? proof = success.MoveToChild(Ns.Sasl2, Word.AdditionalData) ? SaslLogin.Read(success) : new byte[0];
        if (!login.Succeeds(proof))
        {
            Failure = login.Failure;
            if (usesToken)
                options.Credentials.ForgetToken();
            return StepResult.Failed;
        }

        isHasty = false;
        success.MoveTo(top);
        if (success.MoveToChild(Ns.Fast, Word.Token))
            options.Credentials.KeepToken(
                usesToken ? login.Name : tokenMechanism,
                success.ToString(success.Attribute(Word.Token)),
                XmppDateTime.Read(success.ToString(success.Attribute(Word.Expiry))));
        success.MoveTo(top);
        Jid? self = null;
        if (success.MoveToChild(Ns.Sasl2, Word.AuthorizationIdentifier))
        {
            int text = success.Text();
            self = Jid.Parse(success.Bytes, success.Start(text), success.Length(text));
        }

        if (self == null || !options.Account.MatchesBare(self.Bytes, 0, self.Bytes.Length))
        {
            Failure = "the server has logged in another than " + options.Account.ToString();
            return StepResult.Failed;
        }

        success.MoveTo(top);
        StepResult result = bind.Take(success, self, writer);
        Failure = bind.Failure;
        return result;
    }

    void DropToken(string why)
    {
        options.Credentials.ForgetToken();
        usesToken = false;
        MustFallBack = true;
        Failure = why;
    }

    /// <summary>Looks what may come with the login.</summary>
    void ReadInline(XmlCursor features)
    {
        offersBind = false;
        managesBound = false;
        tokenMechanism = "";
        management.IsOffered = false;
        if (!features.MoveToChild(Ns.Sasl2, Word.Authentication) || !features.MoveToChild(Ns.Sasl2, Word.Inline))
            return;
        int inline = features.Node;
        management.ReadFeatures(features);
        if (options.UsesToken && features.MoveToChild(Ns.Fast, Word.Fast))
            tokenMechanism = login.ChooseForToken(features);
        features.MoveTo(inline);
        offersBind = features.MoveToChild(Ns.Bind2, Word.Bind);
        if (!offersBind || !features.MoveToChild(Ns.Bind2, Word.Inline))
            return;
        inline = features.Node;
        for (bool more = features.MoveToFirstChild(); more; more = features.MoveToNext(inline))
            managesBound |= features.AttributeWord(Word.Var) == Ns.StreamManagement;
    }
}
