using System;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>What a login by SASL 2 came to.</summary>
/// <param name="Account">Who has logged in.</param>
/// <param name="Session">The session that came with it; null when a resource is to be bound by and by.</param>
/// <param name="Element">What tells the client.</param>
sealed record Sasl2Success(Account Account, Session? Session, XElement Element);

/// <summary>Logins by SASL 2 (XEP-0388) on one connection, with what may come along: a resource (XEP-0386), Stream Management (XEP-0198),
/// tokens (XEP-0484).</summary>
/// <param name="offer">What the client has been offered.</param>
/// <param name="ask">Sends a challenge and brings what the client says to it.</param>
sealed class Sasl2Login(Wire wire, ServerContext server, SaslOffer offer, Func<XElement, Task<XElement>> ask)
{
    readonly LoopbackOptions options = server.Options;
    readonly string[] tokenMechanisms =
        [.. server.Options.TokenMechanisms.Where(name => new HashedTokenServer(name, wire).IsPossible)];

    bool IsManaged => options.ResumptionTimeout > TimeSpan.Zero;

    /// <summary>The feature that says so.</summary>
    /// <param name="shown">The mechanisms.</param>
    public XElement Feature(SaslOffer shown) => new(
        Names.Sasl2 + "authentication",
        shown.Mechanisms.Select(name => new XElement(Names.Sasl2 + "mechanism", name)),
        new XElement(
            Names.Sasl2 + "inline",
            new XElement(Names.Bind2 + "bind", IsManaged
                ? new XElement(Names.Bind2 + "inline", new XElement(Names.Bind2 + "feature", new XAttribute("var", Names.StreamManagement)))
                : null),
            IsManaged ? new XElement(Names.StreamManagement + "sm") : null,
            tokenMechanisms.Length > 0
                ? new XElement(Names.Fast + "fast", tokenMechanisms.Select(name => new XElement(Names.Fast + "mechanism", name)))
                : null));

    /// <summary>Runs one.</summary>
    /// <param name="mechanism">What the client has chosen.</param>
    /// <param name="authenticate">The client's request.</param>
    /// <param name="self">Who the client has said that it is, in the header; null for nobody.</param>
    /// <exception cref="SaslException">It has failed.</exception>
    public async Task<Sasl2Success> RunAsync(string mechanism, XElement authenticate, string? self)
    {
        string client = (string?)authenticate.Element(Names.Sasl2 + "user-agent")?.Attribute("id") ?? "";
        string initial = authenticate.Element(Names.Sasl2 + "initial-response")?.Value ?? "";
        Token? used = null;
        Account account;
        string? proof;
        if (authenticate.Element(Names.Fast + "fast") is { } fast)
            (account, proof, used) = UseToken(mechanism, initial, client, fast);
        else
            (account, proof) = await new SaslLogin(options, server.Accounts, offer, wire, Names.Sasl2, ask).RunAsync(mechanism, initial);
        if (self is not null && self != account.Jid.ToString())
            throw new SaslException("invalid-authzid");

        var success = new XElement(Names.Sasl2 + "success", proof is null ? null : new XElement(Names.Sasl2 + "additional-data", proof));
        Session? session = await ResumeAsync(account, authenticate, success) ?? Bind(account, client, authenticate, success);
        success.Add(new XElement(Names.Sasl2 + "authorization-identifier", options.Misbehaviour.Identity ?? (session?.Jid ?? account.Jid).ToString()));
        GiveToken(account, client, used, authenticate, success);
        return new Sasl2Success(account, session, success);
    }

    (Account Account, string? Proof, Token Token) UseToken(string mechanism, string initial, string client, XElement fast)
    {
        if (!tokenMechanisms.Contains(mechanism))
            throw new SaslException("invalid-mechanism");
        var tokens = new HashedTokenServer(mechanism, wire);
        (string user, byte[] hash) = HashedTokenServer.Read(initial);
        Account account = server.Accounts.Find(user) ?? throw new SaslException("not-authorized");
        uint? count = uint.TryParse((string?)fast.Attribute("count"), out uint counted) ? counted : null;
        bool isLast = (string?)fast.Attribute("invalidate") is "true" or "1";
        if (options.Misbehaviour.TakesAnyToken)
            account.Tokens.Give(client, mechanism, options.Clock.GetUtcNow(), options.TokenLifetime);
        Token token = account.Tokens.Use(client, mechanism, options.Clock.GetUtcNow(), count, isLast, known => options.Misbehaviour.TakesAnyToken || tokens.Proves(known, hash));
        byte[] proof = tokens.Proof(token);
        if (options.Misbehaviour.WrongSignature)
            proof[0] ^= 1;
        return (account, options.Misbehaviour.NoSignature ? null : Convert.ToBase64String(proof), token);
    }

    /// <summary>A token for those who ask for one, and in place of one that has become old (XEP-0484 §3.5).</summary>
    void GiveToken(Account account, string client, Token? used, XElement authenticate, XElement success)
    {
        DateTimeOffset now = options.Clock.GetUtcNow();
        string? wanted = (string?)authenticate.Element(Names.Fast + "request-token")?.Attribute("mechanism");
        bool isLast = (string?)authenticate.Element(Names.Fast + "fast")?.Attribute("invalidate") is "true" or "1";
        if (used is not null && !isLast && now - used.Issued >= options.TokenRotation)
            wanted ??= used.Mechanism;
        if (client.Length == 0 || wanted is null || !tokenMechanisms.Contains(wanted))
            return;
        Token token = account.Tokens.Give(client, wanted, now, options.TokenLifetime);
        success.Add(new XElement(
            Names.Fast + "token",
            new XAttribute("token", token.Secret),
            new XAttribute("expiry", token.Expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture))));
    }

    async Task<Session?> ResumeAsync(Account account, XElement authenticate, XElement success)
    {
        if (!IsManaged || authenticate.Element(Names.StreamManagement + "resume") is not { } resume)
            return null;
        var resumption = new Resumption(server.Router, account, resume);
        Session? session = await resumption.RunAsync();
        success.Add(resumption.Answer);
        return session;
    }

    Session? Bind(Account account, string client, XElement authenticate, XElement success)
    {
        if (authenticate.Element(Names.Bind2 + "bind") is not { } bind)
            return null;
        string tag = bind.Element(Names.Bind2 + "tag")?.Value ?? "";
        Session session = server.Router.BindTagged(account, Jid.IsResource(tag) ? tag : "", client);
        var bound = new XElement(Names.Bind2 + "bound");
        if (IsManaged && bind.Element(Names.StreamManagement + "enable") is { } enable)
        {
            bound.Add(server.Router.Enable(session, (string?)enable.Attribute("resume") is "true" or "1"));
            session.Outbox.Enable();
        }

        success.Add(bound);
        return session;
    }
}
