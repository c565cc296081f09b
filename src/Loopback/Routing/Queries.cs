using System.Linq;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>Where questions go (RFC 6120 §8.2.3, RFC 6121 §8.5): to a client, or to the server.</summary>
/// <remarks>The server answers for itself and for accounts.</remarks>
sealed class Queries(Accounts accounts, RosterQueries rosters, ServerQueries server)
{
    public void Receive(Session session, XElement iq, Jid to)
    {
        bool isRequest = iq.IsRequest();
        bool isAnswer = iq.Type() is "result" or "error";
        if ((!isRequest && !isAnswer) || iq.Attribute("id") is null || (isRequest && iq.Elements().Count() != 1))
        {
            if (!isAnswer)
                session.Send(iq.Error("modify", "bad-request"));
        }
        else if (to.Local.Length > 0 && accounts.FindSession(to) is { } target)
        {
            target.Send(iq);
        }
        else if (isRequest)
        {
            session.Send(Answer(session, iq, to) ?? iq.Error("cancel", "service-unavailable"));
        }
    }

    XElement? Answer(Session session, XElement iq, Jid to)
    {
        if (!to.IsBare)
            return null;
        if (to.Local.Length == 0)
            return server.Answer(iq);
        XName name = iq.Payload().Name;
        if (name == Names.DiscoInfo + "query" && iq.Type() == "get")
            return AccountInfo(session.Account, iq, to);
        if (to != session.Account.Jid)
            return null;
        return name == Names.Roster + "query" ? rosters.Answer(session, iq) : server.Answer(iq);
    }

    // XEP-0030 §8: not even whether the account exists is for those to know who do not see its presence.
    XElement? AccountInfo(Account asking, XElement iq, Jid to)
    {
        bool maySee = to == asking.Jid || (accounts.Find(to)?.Roster.Find(asking.Jid)?.State.HasFlag(Subscription.From) ?? false);
        return maySee ? ServerQueries.Info(iq, "account", "registered") : null;
    }
}
