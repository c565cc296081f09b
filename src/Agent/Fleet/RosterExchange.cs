using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Proposes the devices below this one to its operators, once (XEP-0144): in a message to the account, since a device keeps
/// nobody's presence (§5).</summary>
/// <remarks>Only who has the device among his contacts is told: from others clients need not take proposals (§5.1). Who was told is kept in
/// the store, behind a number that stands for what was proposed: when that changes, all are told once more.</remarks>
sealed class RosterExchange
{
    const string File = "exchange.state";

    // Those beyond are not told: it would be at every login.
    const int Most = 64;

    readonly XmppSession session;
    readonly AccessList access;
    readonly IStore? store;
    readonly ILog log;
    readonly ExchangeItem[] items;
    readonly string what;
    string told = "\n";
    int count;
    RosterSet? first;

    internal RosterExchange(XmppSession session, AccessList access, IStore? store, ILog log, ExchangeItem[] items)
    {
        this.session = session;
        this.access = access;
        this.store = store;
        this.log = log;
        this.items = items;
        what = Number(items).ToString();
        byte[]? contents = store?.Read(File);
        string kept = contents == null ? "" : Encoding.UTF8.GetString(contents, 0, contents.Length);
        if (kept.IndexOf(what + "\n") != 0)
            return;
        told = kept.Substring(what.Length);
        count = told.Split('\n').Length - 2;
    }

    /// <summary>Looks whether a contact is to be told.</summary>
    /// <param name="item">At the contact, where it stays.</param>
    internal void See(XmlCursor item)
    {
        int subscription = item.AttributeWord(Word.Subscription);
        int jid = item.Attribute(Word.Jid);
        int start = item.Start(jid);
        int length = item.Length(jid);
        if (count == Most || (subscription != Word.From && subscription != Word.Both)
            || !Permission.Allows(access.RoleOf(item.Bytes, start, length), Permission.ToSet))
            return;
        Jid? contact = Jid.Parse(item.Bytes, start, length);
        if (contact == null || !contact.HasLocal || contact.HasResource || told.IndexOf("\n" + contact.ToString() + "\n") >= 0)
            return;
        told += contact.ToString() + "\n";
        count++;
        first = new RosterSet(contact) { Next = first };
    }

    /// <summary>Tells whom is to be told.</summary>
    internal void Run()
    {
        if (first == null || session.State != SessionState.Online)
            return;
        for (; first != null; first = first.Next)
            Send(first.Contact);
        byte[] contents = Encoding.UTF8.GetBytes(what + told);
        if (store != null && !store.Write(File, contents, contents.Length))
            log.Write(LogLevel.Warning, "who was told of the devices below is forgotten at the next start: " + store.Failure);
    }

    void Send(Jid contact)
    {
        XmlWriter message = session.BeginStanza();
        message.Start(Word.Message);
        message.Attribute(Word.To, contact.Bytes, 0, contact.BareLength);
        // For clients that do not know what follows.
        string text = "devices that belong to this one:";
        for (int i = 0; i < items.Length; i++)
            text += (i > 0 ? ", " : " ") + (items[i].Name.Length > 0 ? items[i].Name + " " : "") + "xmpp:" + items[i].Address.ToString();
        message.Element(Word.Body, text);
        message.Start(Word.X, Ns.RosterExchange);
        for (int i = 0; i < items.Length; i++)
        {
            message.Start(Word.Item);
            message.Attribute(Word.Action, Word.Add);
            message.Attribute(Word.Jid, items[i].Address.Bytes, 0, items[i].Address.Bytes.Length);
            if (items[i].Name.Length > 0)
                message.Attribute(Word.Name, items[i].Name);
            if (items[i].Group.Length > 0)
                message.Element(Word.Group, items[i].Group);
            message.End();
        }

        message.End();
        message.End();
        session.SendStanza();
    }

    /// <summary>FNV-1a of all that is proposed.</summary>
    static int Number(ExchangeItem[] items)
    {
        int number = unchecked((int)2166136261);
        for (int i = 0; i < items.Length; i++)
        {
            byte[] text = Encoding.UTF8.GetBytes(items[i].Address.ToString() + "\n" + items[i].Name + "\n" + items[i].Group + "\n");
            for (int at = 0; at < text.Length; at++)
                number = (number ^ text[at]) * 16777619;
        }

        return number;
    }
}
