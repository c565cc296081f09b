using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>Where every stanza of every client comes by: one at a time, stamped with who sent it.</summary>
sealed class Router
{
    const string ResourceLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

    readonly Lock gate = new();
    readonly LoopbackOptions options;
    readonly Accounts accounts;
    readonly Presences presences;
    readonly Subscriptions subscriptions;
    readonly Messages messages;
    readonly Queries queries;
    StreamException? end;

    public Router(LoopbackOptions options, Accounts accounts)
    {
        this.options = options;
        this.accounts = accounts;
        messages = new Messages(accounts, options.Clock);
        presences = new Presences(accounts, messages);
        subscriptions = new Subscriptions(accounts, presences);
        queries = new Queries(accounts, new RosterQueries(subscriptions), new ServerQueries(options.Clock));
    }

    /// <summary>The full JIDs of all who are logged in, in order.</summary>
    public string[] Sessions
    {
        get
        {
            lock (gate)
                return [.. accounts.All.SelectMany(account => account.Sessions).Select(session => session.Jid.ToString()).Order()];
        }
    }

    /// <summary>Begins a session (RFC 6120 §7); one that has the resource already is ended with <c>conflict</c>.</summary>
    /// <param name="resource">Empty for one that the server makes up.</param>
    public Session Bind(Account account, string resource)
    {
        lock (gate)
        {
            if (resource.Length == 0)
                resource = RandomNumberGenerator.GetString(ResourceLetters, 12);
            if (accounts.FindSession(account.Jid with { Resource = resource }) is { } old)
                End(old, new StreamException("conflict", "the resource has been bound by another connection"));
            return Begin(account, resource, "");
        }
    }

    /// <summary>Begins a session whose resource begins with a word of the client's (XEP-0386 §3.2); an earlier one of the same client is
    /// ended.</summary>
    /// <param name="tag">Is all of the resource where no other client has that; empty for none.</param>
    /// <param name="client">Which client; empty when it does not say.</param>
    public Session BindTagged(Account account, string tag, string client)
    {
        lock (gate)
        {
            foreach (Session old in account.Sessions.Where(session => client.Length > 0 && session.Client == client).ToArray())
                End(old, new StreamException("conflict", "the client has come back on another connection"));
            string unique = RandomNumberGenerator.GetString(ResourceLetters, 12);
            bool isTaken = tag.Length == 0 || accounts.FindSession(account.Jid with { Resource = tag }) is not null;
            return Begin(account, isTaken ? tag.Length == 0 ? unique : $"{tag}/{unique}" : tag, client);
        }
    }

    /// <summary>Begins to count a session's stanzas (XEP-0198 §3).</summary>
    /// <param name="canResume">Whether the client wants to resume it should the connection be lost.</param>
    /// <returns>The answer.</returns>
    public XElement Enable(Session session, bool canResume)
    {
        lock (gate)
        {
            if (session.IsManaged)
                throw new StreamException("unexpected-request", "enabled already");
            session.IsManaged = true;
            var enabled = new XElement(Names.StreamManagement + "enabled");
            if (canResume)
            {
                session.ResumptionId = RandomNumberGenerator.GetString(ResourceLetters, 24);
                enabled.Add(
                    new XAttribute("id", session.ResumptionId),
                    new XAttribute("resume", "true"),
                    new XAttribute("max", (int)Math.Ceiling(options.ResumptionTimeout.TotalSeconds)));
                enabled.SetAttributeValue("location", options.ResumptionLocation);
            }

            return enabled;
        }
    }

    /// <summary>Finds the session that a client wants back.</summary>
    /// <param name="handled">How many of the client's stanzas were handled in it, if that is known.</param>
    public Session? FindResumable(Account account, string id, out uint? handled)
    {
        lock (gate)
        {
            handled = account.Expired.TryGetValue(id, out uint count) ? count : null;
            return id.Length == 0 ? null : account.Sessions.FirstOrDefault(session => session.ResumptionId == id);
        }
    }

    /// <summary>Ends the waiting of a session that has no connection.</summary>
    /// <returns>False when it is over.</returns>
    public bool TakeUp(Session session)
    {
        lock (gate)
        {
            session.Generation++;
            return session.Connection is null && session.Account.Sessions.Contains(session) && session.Outbox.Reason is null;
        }
    }

    /// <summary>A connection is lost, and its session waits to be resumed; in vain after some time.</summary>
    public void Suspend(Session session, CancellationToken stopping)
    {
        lock (gate)
        {
            session.Connection = null;
            int generation = ++session.Generation;
            Task.Delay(options.ResumptionTimeout, stopping).ContinueWith(
                _ => Expire(session, generation), stopping, TaskContinuationOptions.NotOnCanceled, TaskScheduler.Default);
        }
    }

    /// <summary>Takes a stanza from a client.</summary>
    /// <exception cref="StreamException">It is no stanza.</exception>
    public void Receive(Session session, XElement stanza)
    {
        lock (gate)
        {
            if (session.Outbox.Reason is not null)
                return;
            stanza.SetAttributeValue("from", session.Jid);
            string? address = (string?)stanza.Attribute("to");
            if (stanza.Name.Namespace != Names.Client || stanza.Name.LocalName is not ("message" or "presence" or "iq"))
                throw new StreamException("unsupported-stanza-type", stanza.Name.ToString());
            if (address is null)
                Dispatch(session, stanza, null);
            else if (!Jid.TryParse(address, out Jid to))
                Refuse(session, stanza, "modify", "jid-malformed");
            else if (to.Domain != accounts.Domain)
                Refuse(session, stanza, "cancel", "remote-server-not-found");
            else
                Dispatch(session, stanza, to);
        }
    }

    /// <summary>Ends a session, whose contacts are told; does nothing when that has been done.</summary>
    public void Leave(Session session)
    {
        lock (gate)
        {
            if (session.Account.Sessions.Contains(session))
                presences.Leave(session, Stanzas.Presence("unavailable", session.Jid, session.Account.Jid));
            if (session.Account.Sessions.Remove(session) && session.IsManaged)
                Return(session.Outbox.Undelivered);
        }
    }

    /// <summary>Makes two accounts see each other's presence, without asking them.</summary>
    public void Befriend(Account one, Account other)
    {
        lock (gate)
            subscriptions.Befriend(one, other);
    }

    /// <summary>Ends the sessions of an account.</summary>
    /// <returns>How many there were.</returns>
    public int Disconnect(Account account, StreamException reason)
    {
        lock (gate)
        {
            Session[] sessions = [.. account.Sessions];
            foreach (Session session in sessions)
                End(session, reason);
            return sessions.Length;
        }
    }

    /// <summary>Ends all sessions, and lets nobody begin another.</summary>
    public void Stop(StreamException reason)
    {
        lock (gate)
        {
            end = reason;
            foreach (Session session in accounts.All.SelectMany(account => account.Sessions))
                session.Outbox.Close(reason);
        }
    }

    static void Refuse(Session session, XElement stanza, string type, string condition)
    {
        if (stanza.Type() is not ("error" or "result"))
            session.Send(stanza.Error(type, condition));
    }

    void Expire(Session session, int generation)
    {
        lock (gate)
        {
            if (session.Generation != generation)
                return;
            session.Account.Expired[session.ResumptionId] = session.Handled;
            Leave(session);
            session.Outbox.Close(StreamException.Closed);
        }
    }

    /// <summary>What a client has not got goes elsewhere, or its sender is told (XEP-0198 §5).</summary>
    void Return(XElement[] undelivered)
    {
        foreach (XElement stanza in undelivered)
        {
            if (!Jid.TryParse((string?)stanza.Attribute("from"), out Jid from) || accounts.FindSession(from) is not { } sender)
                continue;
            if (stanza.Name.LocalName == "message" && stanza.Type() is not ("error" or "groupchat") && Jid.TryParse((string?)stanza.Attribute("to"), out Jid to))
                messages.Receive(sender, stanza, to.Bare);
            else if (stanza.Name.LocalName == "iq" && stanza.IsRequest())
                sender.Send(stanza.Error("wait", "recipient-unavailable"));
        }
    }

    void Dispatch(Session session, XElement stanza, Jid? to)
    {
        string? type = stanza.Type();
        if (stanza.Name.LocalName == "iq")
            queries.Receive(session, stanza, to ?? session.Account.Jid);
        else if (stanza.Name.LocalName == "message")
            messages.Receive(session, stanza, to ?? session.Account.Jid);
        else if (SubscriptionRules.IsAbout(type) && to is { Local.Length: > 0 } contact)
            subscriptions.Receive(session.Account, stanza, contact.Bare);
        else if (type is null or "unavailable" or "probe" or "error")
            presences.Receive(session, stanza, to);
        else
            session.Send(stanza.Error("modify", "bad-request"));
    }

    Session Begin(Account account, string resource, string client)
    {
        if (end is not null)
            throw end;
        var session = new Session(account, account.Jid with { Resource = resource }, new Outbox(options.StanzaBytes * 16)) { Client = client };
        account.Sessions.Add(session);
        return session;
    }

    void End(Session session, StreamException reason)
    {
        session.Outbox.Close(reason);
        Leave(session);
    }
}
