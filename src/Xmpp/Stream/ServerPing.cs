using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Asks the server whether it is still there (XEP-0199 §4.3): silence ends the session.</summary>
sealed class ServerPing : IIqReply
{
    readonly XmppSession session;

    internal ServerPing(XmppSession session) => this.session = session;

    /// <summary>Whether a ping is under way.</summary>
    internal bool IsWaiting;

    internal void Send()
    {
        XmlWriter? request = session.BeginRequest(Word.Get, null, this);
        if (request == null)
            return;
        request.Start(Word.Ping, Ns.Ping);
        request.End();
        request.End();
        IsWaiting = true;
        session.SendStanza();
    }

    // An error is as good as a result: somebody is there.
    public void Receive(Stanza answer) => IsWaiting = false;

    public void Abandoned()
    {
        IsWaiting = false;
        if (session.State == SessionState.Online)
            session.PingIsLost();
    }
}
