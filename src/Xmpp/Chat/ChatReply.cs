using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What is sent back for a message: to the resource that has sent it, of its type, in its thread.</summary>
public static class ChatReply
{
    /// <summary>Begins a reply; its body is written next, by <see cref="XmlWriter"/>, then <see cref="End"/>.</summary>
    public static XmlWriter Begin(XmppSession session, Stanza message)
    {
        XmlWriter writer = Start(session, message);
        writer.Start(Word.Body);
        writer.CloseTag();
        return writer;
    }

    /// <summary>Ends it.</summary>
    /// <param name="writer">In the body.</param>
    /// <param name="message">What is replied to.</param>
    /// <param name="read">The same, looked at.</param>
    public static void End(XmlWriter writer, Stanza message, ChatMessage read)
    {
        writer.End();
        XmlCursor cursor = message.Cursor;
        if (read.Thread != XmlCursor.None)
        {
            writer.Start(Word.Thread);
            writer.Text(cursor.Bytes, cursor.Start(read.Thread), cursor.Length(read.Thread));
            writer.End();
        }

        if (read.HasState)
        {
            writer.Start(Word.Active, Ns.ChatStates);
            writer.End();
        }

        writer.End();
    }

    /// <summary>Says that there will be a reply, which takes its time (XEP-0085), to a client that knows what that is.</summary>
    public static void SendComposing(XmppSession session, Stanza message, ChatMessage read)
    {
        if (!read.HasState)
            return;
        XmlWriter writer = Start(session, message);
        writer.Start(Word.Composing, Ns.ChatStates);
        writer.End();
        writer.End();
        session.SendStanza(mayGo: true);
    }

    /// <summary>Says that the message has come (XEP-0184 §5.3), where that is asked for.</summary>
    public static void SendReceipt(XmppSession session, Stanza message, ChatMessage read)
    {
        if (!read.WantsReceipt)
            return;
        XmlCursor cursor = message.Cursor;
        XmlWriter writer = Start(session, message);
        writer.Start(Word.Received, Ns.Receipts);
        writer.Attribute(Word.Id, cursor.Bytes, cursor.Start(message.Id), cursor.Length(message.Id));
        writer.End();
        writer.End();
        session.SendStanza(mayGo: true);
    }

    static XmlWriter Start(XmppSession session, Stanza message)
    {
        XmlCursor cursor = message.Cursor;
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Message);
        writer.Attribute(Word.Type, message.Type == Word.Chat ? Word.Chat : 0);
        writer.Attribute(Word.To, cursor.Bytes, cursor.Start(message.From), cursor.Length(message.From));
        return writer;
    }
}
