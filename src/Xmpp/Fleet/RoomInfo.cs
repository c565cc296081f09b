using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Asks what a room is (XEP-0045 §6.4): whether there is one.</summary>
sealed class RoomInfo : IIqReply
{
    readonly XmppSession session;
    readonly Room room;
    bool isRoom;
    bool isOpen;

    internal RoomInfo(XmppSession session, Room room)
    {
        this.session = session;
        this.room = room;
    }

    /// <summary>Asks.</summary>
    /// <returns>False when too many requests wait already.</returns>
    internal bool Send()
    {
        XmlWriter? request = session.BeginRequest(Word.Get, room.Address, this);
        if (request == null)
            return false;
        isRoom = false;
        isOpen = false;
        request.Start(Word.Query, Ns.DiscoInfo);
        request.End();
        request.End();
        session.SendStanza(mayGo: true);
        return true;
    }

    public void Receive(Stanza answer)
    {
        XmlCursor cursor = answer.AtTop();
        if (cursor.MoveToChild(Ns.DiscoInfo, Word.Query))
        {
            int query = cursor.Node;
            for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(query))
            {
                int feature = cursor.AttributeWord(Word.Var);
                isRoom |= feature == Ns.Room;
                isOpen |= feature == Word.MucNonanonymous;
            }
        }

        if (answer.IsPartial)
            return;
        int condition = 0;
        string text = answer.Type == Word.Error ? StanzaFault.Of(answer, out condition) : "";
        switch (condition)
        {
            case Word.ItemNotFound:
            case Word.Gone:
            case Word.JidMalformed:
                room.IsNone("there is no such room; make it first (" + text + ")", true);
                break;
            case Word.RemoteServerNotFound:
            case Word.RemoteServerTimeout:
                room.IsNone("its service cannot be reached (" + text + ")", false);
                break;
            default:
                // Some hide what they are from those outside.
                if (isRoom || answer.Type == Word.Error)
                    room.IsThere(isOpen);
                else
                    room.IsNone("that is no room", true);
                break;
        }
    }

    public void Abandoned() => room.IsNone("there is no answer", false);
}
