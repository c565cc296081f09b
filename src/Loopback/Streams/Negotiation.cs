using System;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>From the first byte to the bound resource: TLS, SASL, resource, in this order and no other (RFC 6120 §4.3).</summary>
sealed class Negotiation(Wire wire, ServerContext server, CancellationToken cancellation)
{
    const int MostLogins = 3;

    readonly LoopbackOptions options = server.Options;

    // Whether the server's header has been sent on the present stream, so that an error may follow it.
    bool isOpen;

    // Who the client says that it is, on the present stream; null when it does not.
    string? client;

    /// <summary>The SASL mechanism with which the client has logged in.</summary>
    public string Mechanism { get; private set; } = "";

    /// <summary>Takes the client to where it may log in.</summary>
    /// <param name="directTls">TLS from the first byte.</param>
    /// <param name="isRefused">There are too many connections already.</param>
    public async Task SecureAsync(bool directTls, bool isRefused)
    {
        if (directTls)
        {
            await wire.SecureAsync(server.DirectTls, cancellation);
        }
        else if (!options.Misbehaviour.NoStartTls)
        {
            await OpenAsync(Moment.Header);
            Refuse(isRefused);
            await StartTlsAsync();
        }

        await OpenAsync(Moment.SecureHeader);
        Refuse(isRefused);
        if (options.OtherHost.Length > 0)
            throw StreamException.SeeOtherHost(options.OtherHost);
    }

    /// <summary>Whether the login has brought the session, too.</summary>
    public bool IsInline { get; private set; }

    /// <summary>Lets the client log in (RFC 6120 §6, XEP-0388), and gives it a session. The answer that tells it so has not been sent.</summary>
    public async Task<(Session Session, string Answer)> LogInAndBindAsync()
    {
        SaslOffer offer = SaslOffer.On(wire, options);
        SaslOffer shown = offer.As(options.Misbehaviour);
        Sasl2Login? newer = options.Sasl2 && wire.Tls is not null ? new Sasl2Login(wire, server, offer, AskAsync) : null;
        await SayAsync(Moment.SaslFeatures, Features([.. shown.ToElements(), newer?.Feature(shown)]));
        var login = new SaslLogin(options, server.Accounts, offer, wire, Names.Sasl, AskAsync);
        for (int i = 0; i < MostLogins; i++)
        {
            XElement auth = await NextAsync();
            bool isNewer = newer is not null && auth.Name == Names.Sasl2 + "authenticate";
            if (auth.Name != Names.Sasl + "auth" && !isNewer)
                throw new StreamException("not-authorized");
            string mechanism = (string?)auth.Attribute("mechanism") ?? "";
            try
            {
                if (isNewer)
                    return await TakeAsync(mechanism, await newer!.RunAsync(mechanism, auth, client));
                (Account account, string? proof) = await login.RunAsync(mechanism, auth.Value);
                Mechanism = mechanism;
                await SayAsync(Moment.Success, new XElement(Names.Sasl + "success", proof));
                wire.Restart(StreamLimits.Client(options.StanzaBytes));
                await OpenAsync(Moment.SessionHeader);
                return await BindAsync(account);
            }
            catch (SaslException e)
            {
                options.Log?.Invoke($"login with {mechanism} has failed: {e.Message}");
                await wire.WriteAsync(StreamText.Of(e.ToElement(isNewer ? Names.Sasl2 : Names.Sasl)), cancellation);
            }
        }

        throw new StreamException("policy-violation", "too many failed logins");
    }

    /// <summary>Goes on behind a login of XEP-0388, on the same stream.</summary>
    async Task<(Session Session, string Answer)> TakeAsync(string mechanism, Sasl2Success success)
    {
        Mechanism = mechanism;
        wire.Widen(StreamLimits.Client(options.StanzaBytes));
        IsInline = success.Session is not null;
        if (success.Session is { } session)
            return (session, StreamText.Of(success.Element) + StreamText.Of(SessionFeatures()));
        await SayAsync(Moment.Success, success.Element);
        return await BindAsync(success.Account);
    }

    /// <summary>Gives the client a resource (RFC 6120 §7), or the session that it has lost (XEP-0198 §5). The session's answer to it has not
    /// been sent.</summary>
    async Task<(Session Session, string Answer)> BindAsync(Account account)
    {
        await SayAsync(Moment.BindFeatures, SessionFeatures());
        while (true)
        {
            XElement iq = await NextAsync();
            if (iq.Name == Names.StreamManagement + "resume")
            {
                var resumption = new Resumption(server.Router, account, iq);
                if (await resumption.RunAsync() is { } resumed)
                    return (resumed, StreamText.Of(resumption.Answer!));
                await wire.WriteAsync(StreamText.Of(resumption.Answer!), cancellation);
                continue;
            }

            XElement? bind = iq.Element(Names.Bind + "bind");
            if (iq.Name != Names.Client + "iq" || iq.Type() != "set" || bind is null)
                throw new StreamException("not-authorized", "a resource has to be bound first");
            string resource = bind.Element(Names.Bind + "resource")?.Value ?? "";
            if (resource.Length == 0 || Jid.IsResource(resource))
            {
                Session session = server.Router.Bind(account, resource);
                return (session, StreamText.Of(iq.Result(new XElement(Names.Bind + "bind", new XElement(Names.Bind + "jid", session.Jid)))));
            }

            await wire.WriteAsync(StreamText.Of(iq.Error("modify", "bad-request")), cancellation);
        }
    }

    /// <summary>Says the last on a stream that has not come to a session, behind a header in any case (RFC 6120 §4.9.1.2).</summary>
    public Task EndAsync(StreamException end, CancellationToken patience) =>
        wire.WriteAsync((isOpen ? "" : Header(null)) + end.ToStream(), patience);

    static void Refuse(bool isRefused)
    {
        if (isRefused)
            throw new StreamException("resource-constraint", "too many connections");
    }

    static XElement Features(params XElement?[] features) => new(Names.Streams + "features", features);

    XElement SessionFeatures() => Features(
        new XElement(Names.Bind + "bind"),
        new XElement(Names.Session + "session", new XElement(Names.Session + "optional")),
        new XElement(Names.RosterVersions + "ver"),
        new XElement(Names.PreApproval + "sub"),
        options.ResumptionTimeout > TimeSpan.Zero ? new XElement(Names.StreamManagement + "sm") : null,
        new XElement(
            Names.StreamLimits + "limits",
            new XElement(Names.StreamLimits + "max-bytes", options.StanzaBytes),
            options.IdleTimeout > TimeSpan.Zero ? new XElement(Names.StreamLimits + "idle-seconds", (int)options.IdleTimeout.TotalSeconds) : null));

    /// <summary>Reads the client's header and answers it (RFC 6120 §4.7, §4.9.1.2).</summary>
    async Task OpenAsync(Moment moment)
    {
        isOpen = false;
        XElement header = await wire.ReadHeaderAsync(cancellation);
        client = Jid.TryParse((string?)header.Attribute("from"), out Jid from) ? from.Bare.ToString() : null;
        await options.Misbehaviour.SayAsync(moment, Header(client), wire, cancellation);
        isOpen = true;
        if (header.Name.Namespace != Names.Streams)
            throw new StreamException("invalid-namespace");
        if (header.Name.LocalName != "stream")
            throw new StreamException("bad-format");
        if ((string?)header.Attribute("to") is not { } to)
            throw new StreamException("improper-addressing", "the header does not say to whom it is");
        if (!Jid.TryParse(to, out Jid host) || host != new Jid("", server.Accounts.Domain, ""))
            throw new StreamException("host-unknown");
        if ((string?)header.Attribute("version") is not { } version || !version.StartsWith("1.", StringComparison.Ordinal))
            throw new StreamException("unsupported-version");
    }

    string Header(string? to) => StreamText.Header(options.Domain, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), to);

    async Task StartTlsAsync()
    {
        await SayAsync(Moment.TlsFeatures, Features(new XElement(Names.Tls + "starttls", new XElement(Names.Tls + "required"))));
        XElement request = await NextAsync();
        if (request.Name == Names.Sasl + "auth")
            await wire.WriteAsync(StreamText.Of(new SaslException("encryption-required").ToElement(Names.Sasl)), cancellation);
        if (request.Name != Names.Tls + "starttls")
            throw new StreamException("not-authorized", "TLS comes first");
        string proceed = StreamText.Of(new XElement(Names.Tls + "proceed")) + options.Misbehaviour.AfterProceed;
        await options.Misbehaviour.SayAsync(Moment.Proceed, proceed, wire, cancellation);
        await wire.SecureAsync(server.StartTls, cancellation);
    }

    async Task<XElement> AskAsync(XElement challenge)
    {
        await SayAsync(Moment.Challenge, challenge);
        return await NextAsync();
    }

    async Task<XElement> NextAsync() => await wire.ReadElementAsync(cancellation) ?? throw StreamException.Closed;

    Task SayAsync(Moment moment, XElement element) =>
        options.Misbehaviour.SayAsync(moment, StreamText.Of(element), wire, cancellation);
}
