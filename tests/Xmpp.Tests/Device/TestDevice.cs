using System;
using System.Collections;
using Presentity.TestKit;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>A session with all extensions, as a device has it, over a platform made for tests.</summary>
sealed partial class TestDevice : ITranscriptSubject
{
    readonly Roster roster;
    readonly AdHocCommands commands;
    readonly Received presence;
    readonly Received messages;
    readonly ArrayList ran = new ArrayList();
    readonly ArrayList waiting = new ArrayList();

    public TestDevice(Stage stage)
    {
        Stage = stage;
        Options = new SessionOptions(stage.Account, new Credentials(stage.Account.Local, stage.Password), stage.Endpoint)
        {
            Resource = stage.Text("resource", "agent"),
            OutputBytes = stage.Number("output", 2048),
            UnackedBytes = stage.Number("unacked", 1536),
        };
        XmlLimits limits = new XmlLimits { Bytes = stage.Number("input", 4096), Nodes = stage.Number("nodes", 256) };
        XmlVocabulary vocabulary = Vocabulary.Create();
        TestAccess access = new TestAccess();
        Session = new XmppSession(Options, stage.Transport, stage.Clock, stage.Crypto, stage.Log, vocabulary, limits);
        LastActivity activity = new LastActivity(stage.Clock);
        commands = new AdHocCommands(TestCommands.All(ran), stage.Clock, stage.Crypto, stage.Log, activity);
        roster = new Roster(Session, access, stage.Log);
        DiscoInfo info = new DiscoInfo("Test device");
        IqHandler[] handlers = new IqHandler[]
        {
            new Ping(), new SoftwareVersion("Presentity", "0.1.0", "Test & Co"), new EntityTime(stage.Clock), activity, roster, commands,
            info, new DiscoItems(commands),
        };
        Extend(ref handlers);
        StanzaRouter router = new StanzaRouter(Session, access, stage.Log, handlers);
        presence = new Received(new Subscriptions(Session, stage.Log));
        messages = new Received(null);
        router.Presence = presence;
        router.Messages = messages;
        Session.Router = router;
        info.Collect(router, vocabulary, commands);
        Capabilities = new EntityCapabilities(stage.Crypto, info, "https://example.com/device", vocabulary);
        info.Answer(Capabilities);
        if (stage.Text("calendar", "") == "unknown")
            stage.Clock.SetCalendar(-1);
    }

    public Stage Stage { get; }

    public SessionOptions Options { get; }

    public EntityCapabilities Capabilities { get; }

    public XmppSession Session { get; }

    public void Open() => Session.Open();

    public void Turn(int waitMs)
    {
        Session.Turn(waitMs);
        if (Session.State == SessionState.Online)
            commands.ListAs(Session.Bound!);
    }

    public bool Do(string what)
    {
        string[] parts = what.Split(' ');
        switch (parts[0])
        {
            case "roster":
                roster.Request();
                return true;
            case "roster-if-due":
                roster.RequestIfDue();
                return true;
            case "ask":
                Ask(parts.Length > 1 ? Jid.Parse(parts[1]) : null);
                return true;
            case "presence":
                SendPresence();
                return true;
            case "long-presence":
                XmlWriter writer = Session.BeginStanza();
                writer.Start(Word.Presence);
                writer.Element(Word.Status, new string('s', Options.OutputBytes));
                writer.End();
                return !Session.SendStanza();
            default:
                bool isDone = false;
                DoMore(parts, ref isDone);
                return isDone;
        }
    }

    partial void Extend(ref IqHandler[] handlers);

    partial void DoMore(string[] parts, ref bool isDone);

    partial void CheckMore(string what, ref string found);

    public string Check(string what)
    {
        switch (what)
        {
            case "roster":
                return roster.Count.ToString();
            case "ran":
                return List(ran);
            case "presence":
                return List(presence.Stanzas);
            case "messages":
                return List(messages.Stanzas);
            case "answers":
                return List(waiting);
            case "resumed":
                return Session.IsResumed ? "yes" : "no";
            case "lost presence":
                return Session.HasLostPresence ? "yes" : "no";
            case "secured":
                return Stage.Transport.Secures.ToString();
            case "derivations":
                return Stage.Crypto.Derivations.ToString();
            case "endpoint":
                return Stage.Transport.Endpoint!.Host + ":" + Stage.Transport.Endpoint.Port;
            default:
                string found = "";
                CheckMore(what, ref found);
                return found.Length > 0 ? found : throw new ArgumentException(what);
        }
    }

    static string List(ArrayList all)
    {
        string list = "";
        foreach (object? one in all)
            list += (list.Length == 0 ? "" : ", ") + one;
        return list.Length == 0 ? "nothing" : list;
    }

    void Ask(Jid? peer)
    {
        Waiting reply = new Waiting();
        XmlWriter? request = Session.BeginRequest(Word.Get, peer, reply);
        if (request == null)
        {
            reply.Abandoned();
        }
        else
        {
            request.Start(Word.Query, Ns.Version);
            request.End();
            request.End();
            Session.SendStanza();
        }

        waiting.Add(reply);
    }

    void SendPresence()
    {
        XmlWriter writer = Session.BeginStanza();
        writer.Start(Word.Presence);
        Capabilities.Write(writer);
        writer.End();
        Session.SendStanza();
    }

    /// <summary>Notes what came, for the transcript, and hands it on.</summary>
    sealed class Received(IStanzaHandler? next) : IStanzaHandler
    {
        public ArrayList Stanzas { get; } = new ArrayList();

        public void Receive(Stanza stanza)
        {
            string type = stanza.AtTop().ToString(stanza.Cursor.Attribute(Word.Type));
            Stanzas.Add((type.Length > 0 ? type + " " : "") + stanza.FromText() + " " + XmppNames.Of(stanza.Role)
                + (DelayedDelivery.IsDelayed(stanza) ? " delayed" : "") + (stanza.IsWhole ? "" : " too large"));
            next?.Receive(stanza);
        }
    }

    /// <summary>Notes what became of a request.</summary>
    sealed class Waiting : IIqReply
    {
        string state = "waiting";

        public void Receive(Stanza answer) => state = answer.Type == Word.Error ? "error" : "result";

        public void Abandoned() => state = "abandoned";

        public override string ToString() => state;
    }
}
