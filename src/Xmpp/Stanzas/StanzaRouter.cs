using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Brings each stanza to who handles it, and sees to it that every request has exactly one answer.</summary>
public sealed partial class StanzaRouter
{
    // What cannot be answered, because the id fills the answer, is not done.
    const int LongestId = 256;

    readonly XmppSession session;
    readonly IAccess access;
    readonly ILog log;

    /// <summary>Routes for a session.</summary>
    /// <param name="session">Through which answers leave.</param>
    /// <param name="access">Who has which role.</param>
    /// <param name="log">Told of what is refused or dropped.</param>
    /// <param name="handlers">One for each payload; the array stays the caller's and may be filled after this.</param>
    public StanzaRouter(XmppSession session, IAccess access, ILog log, IqHandler[] handlers)
    {
        this.session = session;
        this.access = access;
        this.log = log;
        Handlers = handlers;
    }

    /// <summary>Takes presence; null while nobody wants it.</summary>
    public IStanzaHandler? Presence;

    /// <summary>Takes messages, also those that are too large to be whole; null while nobody wants them.</summary>
    public IStanzaHandler? Messages;

    /// <summary>Those who answer, for service discovery.</summary>
    internal readonly IqHandler[] Handlers;

    /// <summary>Routes one stanza.</summary>
    public void Route(Stanza stanza)
    {
        stanza.Role = RoleOf(stanza);
        switch (stanza.Kind)
        {
            case Word.Iq:
                RouteIq(stanza);
                break;
            case Word.Presence:
                if (!stanza.IsPartial)
                    Presence?.Receive(stanza);
                break;
            case Word.Message:
                if (!stanza.IsPartial)
                    Messages?.Receive(stanza);
                break;
        }
    }

    Role RoleOf(Stanza stanza)
    {
        // Our own server asks for our features on behalf of others (XEP-0115 §4, XEP-0163 §4.3.2); it sees no more than a viewer.
        if (stanza.IsFromOwnServer(session.Account))
            return Role.Viewer;
        XmlCursor cursor = stanza.Cursor;
        return access.RoleOf(cursor.Bytes, cursor.Start(stanza.From), cursor.Length(stanza.From));
    }

    void RouteIq(Stanza iq)
    {
        switch (iq.Type)
        {
            case Word.Get:
            case Word.Set:
                // At its end: one that is cut before comes again when the stream is resumed, and has one answer even so.
                if (!iq.IsPartial)
                    Answer(iq);
                break;
            case Word.Result:
            case Word.Error:
                if (!session.Pending.Receive(iq) && !iq.IsContinued)
                    log.Write(LogLevel.Warning, "dropped an answer that nobody waits for, from " + iq.FromText());
                break;
            default:
                // RFC 6120 §8.2.3: any other type, or none, is a request that cannot be understood.
                if (!iq.IsPartial)
                    Refuse(iq, Permission.Allows(iq.Role, Permission.ToRead) ? StanzaError.BadRequest : StanzaError.ServiceUnavailable);
                break;
        }
    }

    void Answer(Stanza iq)
    {
        IqHandler? handler = Find(iq.Payload);
        int error = Check(iq, handler);
        bool isRefused = false;
        if (error == StanzaError.None)
            CheckRate(iq, ref isRefused);
        if (isRefused)
            return;
        if (error == StanzaError.None)
            CheckRoom(iq, ref error);
        if (error == StanzaError.None)
        {
            XmlWriter writer = session.BeginStanza();
            writer.Start(Word.Iq);
            writer.Attribute(Word.Type, Word.Result);
            Address(iq, writer);
            writer.CloseTag();
            error = handler!.Answer(iq, writer);
            if (error == StanzaError.None)
                writer.End();
            if (error == StanzaError.None && writer.HasOverflowed)
                error = StanzaError.ResourceConstraint;
            if (error == StanzaError.None)
            {
                if (session.SendStanza(mayGo: !iq.IsSet))
                    Answered(iq);
                Follow(iq, handler);
                return;
            }
        }

        Refuse(iq, error);
    }

    // Those of what lets people in (../Admission); where there is none, nothing is left of the call.
    partial void LetIn(Stanza iq, ref bool mayAsk);

    partial void CheckRate(Stanza iq, ref bool isRefused);

    // Those of what brings a session back (../Resumption).
    partial void CheckRoom(Stanza iq, ref int error);

    partial void Answered(Stanza iq);

    // Those of what programs ask (../Machines).
    partial void Follow(Stanza iq, IqHandler handler);

    partial void RefuseInFull(Stanza iq, int error, XmlWriter writer, ref bool isWritten);

    int Check(Stanza iq, IqHandler? handler)
    {
        // RFC 6121 §8.5.3.2.1 and XEP-0030 §8: a stranger learns no more than that there is nobody.
        bool mayAsk = Permission.Allows(iq.Role, Permission.ToRead);
        LetIn(iq, ref mayAsk);
        if (!mayAsk)
            return StanzaError.ServiceUnavailable;
        if (!iq.IsWhole)
            return StanzaError.PolicyViolation;
        if (DelayedDelivery.IsDelayed(iq))
        {
            // What was kept on the way may be old: what it asks for may no longer be wanted.
            iq.ErrorText = "delayed on the way; ask again";
            return StanzaError.UnexpectedRequest;
        }

        if (iq.Id == XmlCursor.None || iq.Cursor.Length(iq.Id) > LongestId || iq.Children != 1)
            return StanzaError.BadRequest;
        return handler == null ? StanzaError.ServiceUnavailable : StanzaError.None;
    }

    void Refuse(Stanza iq, int error)
    {
        // What is quoted of a large request may be too much.
        if (!WriteError(iq, error))
        {
            iq.ErrorText = "";
            WriteError(iq, error);
        }

        session.SendStanza(mayGo: true);
    }

    bool WriteError(Stanza iq, int error)
    {
        XmlWriter writer = BeginError(iq);
        bool isWritten = false;
        RefuseInFull(iq, error, writer, ref isWritten);
        if (!isWritten)
            StanzaError.Write(writer, error, iq.PayloadNamespace, iq.ErrorText);
        writer.End();
        return !writer.HasOverflowed;
    }

    XmlWriter BeginError(Stanza iq)
    {
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Iq);
        writer.Attribute(Word.Type, Word.Error);
        Address(iq, writer);
        return writer;
    }

    static void Address(Stanza iq, XmlWriter writer)
    {
        XmlCursor cursor = iq.Cursor;
        if (iq.Id != XmlCursor.None)
            writer.Attribute(Word.Id, cursor.Bytes, cursor.Start(iq.Id), cursor.Length(iq.Id));
        if (iq.From != XmlCursor.None)
            writer.Attribute(Word.To, cursor.Bytes, cursor.Start(iq.From), cursor.Length(iq.From));
    }

    IqHandler? Find(int payload)
    {
        for (int i = 0; i < Handlers.Length; i++)
            if (Handlers[i].Payload == payload)
                return Handlers[i];
        return null;
    }
}
