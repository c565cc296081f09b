using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Personal Eventing (XEP-0163): publishes items at the account, when its server can do that.</summary>
/// <remarks>
/// <code>
/// &lt;iq type='set' id='7'>&lt;pubsub xmlns='http://jabber.org/protocol/pubsub'>
///   &lt;publish node='urn:xmpp:iot:sensordata'>&lt;item id='current'>...&lt;/item>&lt;/publish>
///   &lt;publish-options>...one item is kept, and who may see it...&lt;/publish-options>
/// &lt;/pubsub>&lt;/iq>
/// </code>
/// One request at a time. A node that is there with another configuration is configured, and then published to once more (§5). What the
/// server refuses is told in the log once, and not asked again in this session.
/// </remarks>
public sealed class PersonalEvents : IIqReply
{
    const string Beginning = "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/pubsub#";
    const string Field = "</value></field><field var='pubsub#";
    const string Value = "'><value>";

    readonly XmppSession session;
    readonly ILog log;
    readonly IAccounts? members;
    readonly PersonalItem[] items;
    readonly byte[] options;
    Step step;
    bool hasEventing;
    bool hasComplained;
    PersonalItem item;

    /// <summary>Publishes these.</summary>
    /// <param name="session">Through which.</param>
    /// <param name="log">Told when it does not work.</param>
    /// <param name="members">Who may see them; null for everybody who sees the presence.</param>
    /// <param name="items">In the order in which they are published; at least one.</param>
    public PersonalEvents(XmppSession session, ILog log, IAccounts? members, PersonalItem[] items)
    {
        this.session = session;
        this.log = log;
        this.members = members;
        this.items = items;
        item = items[0];
        options = Form("publish-options");
    }

    enum Step
    {
        Off,
        Asking,
        Idle,
        Publishing,
        Configuring,
        Sharing,
    }

    /// <summary>A new session is online: asks whether the server can do it (XEP-0163 §6).</summary>
    public void Begin()
    {
        for (int i = 0; i < items.Length; i++)
        {
            items[i].IsRefused = false;
            items[i].IsConfigured = false;
            items[i].IsShared = false;
        }

        hasEventing = false;
        step = Step.Off;
        XmlWriter? request = Ask(Word.Get, Step.Asking);
        if (request == null)
            return;
        request.Start(Word.Query, Ns.DiscoInfo);
        Send(request, 1);
    }

    /// <summary>Publishes what is due, unless something is under way.</summary>
    public void Run()
    {
        for (int i = 0; i < items.Length && step == Step.Idle; i++)
        {
            item = items[i];
            if (item.IsDue && !item.IsRefused)
                Publish();
        }
    }

    public void Receive(Stanza answer)
    {
        if (step == Step.Asking)
            Look(answer);
        if (answer.IsPartial)
            return;
        Step done = step;
        step = hasEventing ? Step.Idle : Step.Off;
        if (done == Step.Asking && !hasEventing && !hasComplained)
            Say(LogLevel.Info, "the server has no personal eventing (XEP-0163)");
        else if (done != Step.Asking && answer.Type == Word.Error)
            Refused(answer, done == Step.Publishing);
        else if (done == Step.Publishing && members != null && !item.IsShared)
            Share();
        else if (done == Step.Publishing)
            item.IsToldOf = false;
        else if (done == Step.Configuring || done == Step.Sharing)
            Publish();
        Run();
    }

    /// <summary>No answer came: what is published next brings the next attempt.</summary>
    public void Abandoned()
    {
        item.IsDue = true;
        step = hasEventing ? Step.Idle : Step.Off;
    }

    void Look(Stanza answer)
    {
        XmlCursor cursor = answer.AtTop();
        if (!cursor.MoveToChild(Ns.DiscoInfo, Word.Query))
            return;
        int query = cursor.Node;
        for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(query))
            hasEventing |= cursor.Is(Ns.DiscoInfo, Word.Identity) && cursor.AttributeWord(Word.Type) == Word.Pep;
    }

    void Publish()
    {
        XmlWriter? request = Ask(Word.Set, Step.Publishing);
        if (request == null)
            return;
        item.IsDue = false;
        request.Start(Word.Pubsub, Ns.PubSub);
        request.Start(Word.Publish);
        request.Attribute(Word.Node, item.Node);
        request.Start(Word.Item);
        request.Attribute(Word.Id, item.Id, 0, item.Id.Length);
        item.Write(request);
        request.End();
        request.End();
        request.Start(Word.PublishOptions);
        SendForm(request, options);
    }

    void Configure()
    {
        XmlWriter? request = Ask(Word.Set, Step.Configuring);
        if (request == null)
            return;
        item.IsConfigured = true;
        request.Start(Word.Pubsub, Ns.PubSubOwner);
        request.Start(Word.Configure);
        request.Attribute(Word.Node, item.Node);
        SendForm(request, Form("node_config"));
    }

    /// <summary>Names those who may see the node (XEP-0060 §8.9.2). After that the item is published once more, so that they are told.</summary>
    void Share()
    {
        XmlWriter? request = Ask(Word.Set, Step.Sharing);
        if (request == null)
            return;
        item.IsShared = true;
        request.Start(Word.Pubsub, Ns.PubSubOwner);
        request.Start(Word.Affiliations);
        request.Attribute(Word.Node, item.Node);
        int at = 0;
        for (Jid? account = members!.NextAccount(ref at); account != null; account = members.NextAccount(ref at))
        {
            request.Start(Word.Affiliation);
            request.Attribute(Word.Jid, account.Bytes, 0, account.BareLength);
            request.Attribute(Word.Affiliation, Word.Member);
            request.End();
        }

        Send(request, 2);
    }

    void Refused(Stanza answer, bool isItem)
    {
        XmlCursor top = answer.AtTop();
        int condition = 0;
        string text = top.MoveToChild(Ns.Client, Word.Error) ? StreamHeader.Describe(top, Ns.Stanzas, out condition) : "no reason";
        if (isItem && condition == Word.Conflict && !item.IsConfigured)
        {
            Configure();
            return;
        }

        item.IsRefused = true;
        if (!item.IsToldOf)
            Say(LogLevel.Warning, "the server refuses an item of the account: " + text);
        item.IsToldOf = true;
    }

    void Say(LogLevel level, string text)
    {
        hasComplained = true;
        log.Write(level, text);
    }

    byte[] Form(string type) => Encoding.UTF8.GetBytes(Beginning + type + Field + "persist_items" + Value + "1" + Field + "max_items" + Value + "1"
        + Field + "access_model" + Value + (members == null ? "presence" : "whitelist") + "</value></field></x>");

    XmlWriter? Ask(int type, Step next)
    {
        XmlWriter? request = session.State == SessionState.Online ? session.BeginRequest(type, null, this) : null;
        if (request != null)
            step = next;
        return request;
    }

    void SendForm(XmlWriter request, byte[] form)
    {
        request.CloseTag();
        request.WriteRaw(form, 0, form.Length);
        Send(request, 2);
    }

    void Send(XmlWriter request, int depth)
    {
        for (; depth >= 0; depth--)
            request.End();
        // One that is too large stays without an answer until its time is over.
        if (request.HasOverflowed)
            item.IsRefused = true;
        session.SendStanza(mayGo: true);
    }
}
