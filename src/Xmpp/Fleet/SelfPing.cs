using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Asks a room whether we are in it, by a ping to ourselves there (XEP-0410).</summary>
/// <remarks>The room may send it back to us, and we answer it as any of a stranger; that it comes at all is the answer.</remarks>
sealed class SelfPing : IIqReply
{
    readonly XmppSession session;
    readonly Room room;

    internal SelfPing(XmppSession session, Room room)
    {
        this.session = session;
        this.room = room;
    }

    internal void Send(Jid occupant)
    {
        XmlWriter? request = session.BeginRequest(Word.Get, occupant, this);
        if (request == null)
            return;
        request.Start(Word.Ping, Ns.Ping);
        request.End();
        request.End();
        session.SendStanza(mayGo: true);
    }

    public void Receive(Stanza answer)
    {
        int condition = 0;
        if (answer.Type == Word.Error)
            StanzaFault.Of(answer, out condition);
        if (answer.IsPartial)
            return;
        // An error whose condition is not known is one all the same.
        room.Pinged(answer.Type == Word.Error && condition == 0 ? Word.UndefinedCondition : condition);
    }

    public void Abandoned() => room.PingIsLost();
}
