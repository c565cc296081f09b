using System.Collections.Generic;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Whom the server keeps away from the account (XEP-0191): read, changed, and kept up to date by its pushes.</summary>
/// <remarks>The desktop's alone. Nothing is sent before <see cref="Request"/>; from then on the server pushes.</remarks>
public sealed class BlockList : IIqReply
{
    const int Most = 1000;

    readonly XmppSession session;
    readonly ILog log;
    readonly HashSet<string> blocked = [];

    /// <summary>Of a session's account.</summary>
    public BlockList(XmppSession session, ILog log)
    {
        this.session = session;
        this.log = log;
        Handlers = [new Push(this, Word.Block), new Push(this, Word.Unblock)];
    }

    /// <summary>Those who take the server's pushes; to be among the handlers of the <see cref="StanzaRouter"/>.</summary>
    public IqHandler[] Handlers { get; }

    /// <summary>Whether the server has told the list.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Accounts, full addresses and domains that are blocked, as the server writes them; at most 1,000 are kept.</summary>
    public IReadOnlyCollection<string> Blocked => blocked;

    /// <summary>Why the server refused the last request, by the name of the condition; empty when it did not.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Asks for the list (XEP-0191 §3.2), once in each session.</summary>
    /// <returns>False when too many requests wait already.</returns>
    public bool Request() => Send(Word.Get, Word.Blocklist, []);

    /// <summary>Blocks addresses (§3.3): the server drops what comes from them and shows them the account as unavailable.</summary>
    /// <param name="addresses">At least one.</param>
    /// <returns>False when there are none or too many requests wait already.</returns>
    public bool Block(params Jid[] addresses) => addresses.Length > 0 && Send(Word.Set, Word.Block, addresses);

    /// <summary>Blocks them no longer (§3.4).</summary>
    /// <param name="addresses">At least one.</param>
    /// <returns>False when there are none or too many requests wait already.</returns>
    public bool Unblock(params Jid[] addresses) => addresses.Length > 0 && Send(Word.Set, Word.Unblock, addresses);

    /// <summary>Blocks nobody any longer (§3.5).</summary>
    /// <returns>False when too many requests wait already.</returns>
    public bool UnblockAll() => Send(Word.Set, Word.Unblock, []);

    /// <summary>Takes the list, or the word that a change was made: the change itself comes as a push.</summary>
    public void Receive(Stanza answer)
    {
        Failure = "";
        if (answer.Type == Word.Error)
        {
            XmlCursor top = answer.AtTop();
            Failure = top.MoveToChild(Ns.Client, Word.Error) ? StreamHeader.Describe(top, Ns.Stanzas, out _) : "error";
            log.Write(LogLevel.Warning, "the server refuses a request about the block list: " + Failure);
        }
        else if (answer.Payload == XmlCursor.Name(Ns.Blocking, Word.Blocklist))
        {
            if (!answer.IsContinued)
                blocked.Clear();
            IsKnown = !answer.IsPartial;
            Change(answer.AtPayload(), isBlocked: true);
        }
    }

    public void Abandoned() => IsKnown = false;

    bool Send(int type, int name, Jid[] addresses)
    {
        XmlWriter? request = session.BeginRequest(type, null, this);
        if (request == null)
            return false;
        request.Start(name, Ns.Blocking);
        foreach (Jid address in addresses)
        {
            request.Start(Word.Item);
            request.Attribute(Word.Jid, address.Bytes, 0, address.Bytes.Length);
            request.End();
        }

        request.End();
        request.End();
        session.SendStanza();
        return true;
    }

    void Change(XmlCursor items, bool isBlocked)
    {
        int parent = items.Node;
        for (bool more = items.MoveToFirstChild(); more; more = items.MoveToNext(parent))
        {
            string jid = items.ToString(items.Attribute(Word.Jid));
            if (!items.Is(Ns.Blocking, Word.Item) || jid.Length == 0)
                continue;
            if (!isBlocked)
                blocked.Remove(jid);
            else if (blocked.Count < Most)
                blocked.Add(jid);
        }
    }

    /// <summary>Takes a push (§3.3, §3.4): from our own account only, as with rosters.</summary>
    sealed class Push(BlockList list, int name) : IqHandler(Ns.Blocking, name, feature: 0)
    {
        public override int Answer(Stanza request, XmlWriter answer)
        {
            if (!request.IsFromOwnAccount(list.session.Account))
            {
                list.log.Write(LogLevel.Warning, "ignored a push of the block list from " + request.FromText());
                return StanzaError.ServiceUnavailable;
            }

            if (!request.IsSet)
                return StanzaError.ServiceUnavailable;
            XmlCursor items = request.AtPayload();
            bool isBlock = items.LocalName == Word.Block;
            bool isEmpty = items.CountChildren() == 0;
            if (isBlock && isEmpty)
                return StanzaError.BadRequest;
            if (isEmpty)
                list.blocked.Clear();
            else
                list.Change(items, isBlock);
            return StanzaError.None;
        }
    }
}
