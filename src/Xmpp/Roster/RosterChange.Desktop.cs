using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>One change of the roster (RFC 6121 §2.3 to §2.5), for the desktop alone. What comes of it the server pushes.</summary>
public sealed class RosterChange : IIqReply
{
    readonly ILog log;

    RosterChange(ILog log) => this.log = log;

    /// <summary>Whether the server has answered, or will not.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Why the server refused, by the name of the condition; empty when it did not.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Adds a contact, or gives it another name and other groups (§2.3, §2.4).</summary>
    /// <param name="session">Online.</param>
    /// <param name="log">Told when the server refuses.</param>
    /// <param name="contact">Its resource is left out.</param>
    /// <param name="name">For people; empty for none.</param>
    /// <param name="groups">Each once.</param>
    /// <returns>Null when too many requests wait already.</returns>
    public static RosterChange? Set(XmppSession session, ILog log, Jid contact, string name, params string[] groups) =>
        Send(session, log, contact, 0, name, groups);

    /// <summary>Removes a contact, and the subscriptions both ways with it (§2.5).</summary>
    /// <param name="session">Online.</param>
    /// <param name="log">Told when the server refuses.</param>
    /// <param name="contact">Its resource is left out.</param>
    /// <returns>Null when too many requests wait already.</returns>
    public static RosterChange? Remove(XmppSession session, ILog log, Jid contact) =>
        Send(session, log, contact, Word.Remove, "", []);

    public void Receive(Stanza answer)
    {
        IsDone = !answer.IsPartial;
        XmlCursor top = answer.AtTop();
        if (answer.Type != Word.Error)
            return;
        Failure = top.MoveToChild(Ns.Client, Word.Error) ? StreamHeader.Describe(top, Ns.Stanzas, out _) : "error";
        log.Write(LogLevel.Warning, "the server refuses to change the roster: " + Failure);
    }

    public void Abandoned()
    {
        IsDone = true;
        Failure = "no answer";
    }

    static RosterChange? Send(XmppSession session, ILog log, Jid contact, int subscription, string name, string[] groups)
    {
        var change = new RosterChange(log);
        if (session.BeginRequest(Word.Set, null, change) is not { } request)
            return null;
        request.Start(Word.Query, Ns.Roster);
        request.Start(Word.Item);
        request.Attribute(Word.Jid, contact.Bytes, 0, contact.BareLength);
        request.Attribute(Word.Subscription, subscription);
        if (name.Length > 0)
            request.Attribute(Word.Name, name);
        foreach (string group in groups)
            request.Element(Word.Group, group);
        request.End();
        request.End();
        request.End();
        session.SendStanza();
        return change;
    }
}
