using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The chat plane: whoever has a role types what he wants in any client, and gets one answer (XEP-0085, XEP-0184, XEP-0393).</summary>
/// <remarks>Strangers get nothing at all; rooms, headlines, errors and our own account neither. What was not written here and now changes
/// nothing, and is answered by why.</remarks>
public sealed class ChatPlane : IStanzaHandler
{
    readonly XmppSession session;
    readonly ChatSpeech speech;
    readonly Claim claim;
    readonly RateLimit limit;
    readonly LastActivity activity;
    readonly IClock clock;
    readonly ILog log;
    readonly ChatMessage message = new ChatMessage();
    readonly Nonsense nonsense = new Nonsense();

    /// <summary>Answers through a session.</summary>
    public ChatPlane(XmppSession session, ChatSpeech speech, Claim claim, RateLimit limit, LastActivity activity, IClock clock, ILog log)
    {
        this.session = session;
        this.speech = speech;
        this.claim = claim;
        this.limit = limit;
        this.activity = activity;
        this.clock = clock;
        this.log = log;
    }

    /// <summary>Takes what is not for us: errors. Null for nobody.</summary>
    public IStanzaHandler? Next;

    public void Receive(Stanza stanza)
    {
        message.Read(stanza, clock.UnixSeconds);
        if (message.Type == Word.Error)
            Next?.Receive(stanza);
        else if (message.Type != Word.Headline && !message.IsFromRoom && !IsOwn(stanza))
            Hear(stanza);
    }

    /// <summary>Whether it comes from our own account, whichever the resource, or from our server.</summary>
    bool IsOwn(Stanza stanza)
    {
        XmlCursor cursor = stanza.Cursor;
        return stanza.IsFromOwnServer(session.Account)
            || session.Account.MatchesBare(cursor.Bytes, cursor.Start(stanza.From), cursor.Length(stanza.From));
    }

    void Hear(Stanza stanza)
    {
        XmlCursor cursor = stanza.Cursor;
        bool mayRead = Permission.Allows(stanza.Role, Permission.ToRead);
        if (!mayRead && !claim.IsOpen)
            return;
        speech.Words.Read(cursor.Bytes, cursor.Start(message.Body), cursor.Length(message.Body));
        bool isClaim = claim.IsOpen && speech.Words.At(0) == "claim";
        if (mayRead ? !message.HasBody && !message.WantsReceipt : !isClaim)
            return;
        int wait = limit.Take(stanza);
        if (wait > 0)
        {
            if (limit.IsFirst && mayRead)
                Reply(stanza, "too many messages; wait " + wait.ToString() + " s");
            return;
        }

        if (mayRead)
            ChatReply.SendReceipt(session, stanza, message);
        if (!message.HasBody)
            return;
        string why = WhyNot();
        if (why.Length > 0)
        {
            log.Write(LogLevel.Warning, stanza.FromText() + " by chat: not done: " + why);
            Reply(stanza, "not done: " + why);
        }
        else if (isClaim)
            Reply(stanza, TryClaim(stanza));
        else
            Answer(stanza);
    }

    string WhyNot()
    {
        switch (message.Stale)
        {
            case Stale.No:
                return "";
            case Stale.Delayed:
                return "your message was delayed; send it again";
            case Stale.Expired:
                return "your message has expired; send it again";
            case Stale.Copied:
                return "that is a copy of a message; write it here";
            case Stale.Encrypted:
                return "I cannot read encrypted messages; switch encryption off here";
            default:
                return "your message is too long";
        }
    }

    string TryClaim(Stanza stanza)
    {
        XmlCursor cursor = stanza.Cursor;
        string text = cursor.ToString(message.Body).Trim();
        int space = text.IndexOf(' ');
        claim.TryClaim(cursor.Bytes, cursor.Start(stanza.From), cursor.Length(stanza.From), space < 0 ? "" : text.Substring(space).Trim());
        return claim.Outcome;
    }

    void Answer(Stanza stanza)
    {
        if (speech.IsSlow())
            ChatReply.SendComposing(session, stanza, message);
        string reply = speech.Answer(stanza.Role);
        if (speech.WasUnderstood)
        {
            nonsense.Forget();
            activity.Note();
        }
        else if (nonsense.IsTooMuch(clock.Milliseconds))
        {
            return;
        }

        if (speech.HasSet)
        {
            log.Write(LogLevel.Info, stanza.FromText() + " by chat: " + reply);
            activity.Note(stanza, "chat", reply);
        }

        Reply(stanza, reply);
    }

    void Reply(Stanza stanza, string text)
    {
        XmlWriter writer = ChatReply.Begin(session, stanza);
        writer.Text(text);
        if (speech.TellsStatus)
            speech.WriteStatus(writer);
        ChatReply.End(writer, stanza, message);
        if (writer.HasOverflowed)
        {
            writer = ChatReply.Begin(session, stanza);
            writer.Text("too much to tell; ask for one: read NAME");
            ChatReply.End(writer, stanza, message);
        }

        speech.TellsStatus = false;
        session.SendStanza();
    }
}
