using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The chat plane in the fleet's room: who has a role, and is known there by his real address, may read. Nobody sets
/// anything.</summary>
/// <remarks>
/// <code>
/// greenhouse: read temperature
/// </code>
/// To all with the device's name in front, or to the device alone (XEP-0045 §7.5). What is not for the device, and whoever may not read,
/// gets no answer at all.
/// </remarks>
sealed class RoomChat : IStanzaHandler
{
    const string NotHere = "not done: in a room I only tell; write to my own address";

    readonly XmppSession session;
    readonly Room room;
    readonly ChatSpeech speech;
    readonly RateLimit limit;
    readonly IClock clock;
    readonly IStanzaHandler? next;
    readonly ChatMessage message = new ChatMessage();
    readonly Nonsense nonsense = new Nonsense();

    internal RoomChat(XmppSession session, Room room, ChatSpeech speech, RateLimit limit, IClock clock, IStanzaHandler? next)
    {
        this.session = session;
        this.room = room;
        this.speech = speech;
        this.limit = limit;
        this.clock = clock;
        this.next = next;
    }

    public void Receive(Stanza stanza)
    {
        if (!room.IsFromHere(stanza))
        {
            next?.Receive(stanza);
            return;
        }

        message.Read(stanza, clock.UnixSeconds);
        if (message.Type == Word.Error || stanza.Cursor.Length(stanza.From) == room.Address.Bytes.Length)
            room.ReceiveNotice(stanza);
        else if (room.IsIn && message.Type != Word.Headline && message.Stale == Stale.No && !stanza.IsFrom(room.Occupant))
            Hear(stanza);
    }

    void Hear(Stanza stanza)
    {
        XmlCursor cursor = stanza.Cursor;
        int start = cursor.Start(message.Body);
        int end = start + cursor.Length(message.Body);
        bool isForAll = message.Type == Word.Groupchat;
        stanza.Role = room.Occupants.RoleOf(cursor.Bytes, cursor.Start(stanza.From), cursor.Length(stanza.From));
        if (isForAll)
            start = BehindName(cursor.Bytes, start, end);
        if (start == end || !Permission.Allows(stanza.Role, Permission.ToRead) || limit.Take(stanza) > 0)
            return;
        speech.Words.Read(cursor.Bytes, start, end - start);
        string reply = speech.Answer(stanza.Role);
        if (speech.WasUnderstood)
            nonsense.Forget();
        else if (nonsense.IsTooMuch(clock.Milliseconds))
            return;
        Reply(stanza, reply == ChatSpeech.TakesOperator ? NotHere : reply, isForAll);
    }

    /// <summary>Where that begins which is said to the device by its name: <c>name: ...</c>, <c>name, ...</c>, <c>@name ...</c>.</summary>
    /// <returns>The end when it is said to nobody, or to others.</returns>
    int BehindName(byte[] bytes, int start, int end)
    {
        Jid own = room.Occupant;
        bool isMarked = start < end && bytes[start] == '@';
        if (isMarked)
            start++;
        int at = start;
        for (int i = own.BareLength + 1; i < own.Bytes.Length; i++, at++)
            if (at == end || Fold(bytes[at]) != Fold(own.Bytes[i]))
                return end;
        if (at == end || (bytes[at] != ':' && bytes[at] != ',' && !(isMarked && bytes[at] == ' ')))
            return end;
        return at + 1;
    }

    static int Fold(int c) => c >= 'A' && c <= 'Z' ? c | 0x20 : c;

    void Reply(Stanza stanza, string text, bool isForAll)
    {
        XmlWriter writer = Begin(stanza, text, isForAll);
        writer.Text(text);
        if (speech.TellsStatus)
            speech.WriteStatus(writer);
        End(writer, isForAll);
        if (writer.HasOverflowed)
        {
            writer = Begin(stanza, "", isForAll);
            writer.Text("too much to tell; ask for one: read NAME");
            End(writer, isForAll);
        }

        speech.TellsStatus = false;
        session.SendStanza();
    }

    XmlWriter Begin(Stanza stanza, string text, bool isForAll)
    {
        XmlCursor cursor = stanza.Cursor;
        int from = cursor.Start(stanza.From);
        int length = cursor.Length(stanza.From);
        if (isForAll)
        {
            XmlWriter all = room.BeginMessage();
            int name = room.Address.Bytes.Length + 1;
            all.WriteEscaped(cursor.Bytes, from + name, length - name);
            all.Byte(':');
            // A table begins on a line of its own (XEP-0393 §5.1).
            all.Byte(text.IndexOf('`') == 0 ? '\n' : ' ');
            return all;
        }

        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Message);
        writer.Attribute(Word.Type, Word.Chat);
        writer.Attribute(Word.To, cursor.Bytes, from, length);
        writer.Start(Word.Body);
        writer.CloseTag();
        return writer;
    }

    static void End(XmlWriter writer, bool isForAll)
    {
        writer.End();
        if (!isForAll)
        {
            writer.Start(Word.X, Ns.RoomUser);
            writer.End();
        }

        writer.End();
    }
}
