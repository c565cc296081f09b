using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Stream Management (XEP-0198) as a session does it: what is sent once more, what is kept over a cut, and over a restart.</summary>
public sealed partial class XmppSession
{
    /// <summary>Whether something that all were to be told was given up when the stream was resumed: presence is to be sent again.</summary>
    public bool HasLostPresence;

    /// <summary>Whether the stream can be resumed once its connection is gone.</summary>
    public bool CanResume => management.CanResume;

    /// <summary>Whether an answer of so many bytes can be kept until the server has it. Where it cannot, nothing should be done that has
    /// to be answered for.</summary>
    internal bool CanKeep(int bytes) => !management.IsEnabled || management.Unacked.MakeRoom(bytes, mayGo: false);

    /// <summary>Whether the answer that was just sent is kept until the server has it, or need not be.</summary>
    internal bool HasKept => management.HasKept;

    /// <summary>Keeps what was written since <see cref="BeginStanza"/> in place of an answer that was too long for that. It is sent only
    /// if the stream is cut before the server has the other.</summary>
    internal void KeepInstead() => management.Unacked.KeepInstead(writer.Buffer, writer.Length);

    /// <summary>Ends the connection and leaves the stream open at the server, so that a new process of ours can resume it.</summary>
    /// <returns>What <see cref="Restore"/> needs; null when the stream cannot be resumed. It holds stanzas: not for other eyes.</returns>
    public byte[]? Suspend()
    {
        if (State == SessionState.Online && management.IsCounting)
        {
            writer.Clear();
            management.WriteAcknowledgement(writer);
            Send();
        }

        if (State == SessionState.Online)
            management.Suspend(clock.UnixSeconds);
        byte[]? state = management.CanResume && bind.Bound != null
            ? SavedStream.Write(management, bind.Bound, options.Endpoint, Pending.LastId)
            : null;
        management.Forget();
        Finish(SessionEnd.Closed, "closed");
        return state;
    }

    /// <summary>Takes over what <see cref="Suspend"/> has saved, for the next <see cref="Open"/>.</summary>
    /// <returns>False when it is nothing of ours: of another account or server, or damaged.</returns>
    public bool Restore(byte[] state)
    {
        Jid? bound = SavedStream.Read(state, management, options.Account, options.Endpoint, out int lastId);
        if (bound == null)
            return false;
        bind.Bound = bound;
        Pending.LastId = lastId;
        return true;
    }

    /// <summary>Begins a connection: a stream that the server has forgotten is forgotten here.</summary>
    /// <returns>Where to connect to.</returns>
    ServerEndpoint PrepareToResume()
    {
        management.Begin();
        long now = clock.UnixSeconds;
        if (management.Expires != 0 && now > management.Expires)
            management.Forget();
        if (!management.CanResume)
            Pending.Clear();
        if (management.Location.Length == 0)
            return options.Endpoint;
        // Once: if nobody is there, the next attempt goes to the usual place.
        ServerEndpoint? preferred = StreamAddress.Parse(management.Location, options.Endpoint);
        management.Location = "";
        return preferred == null ? options.Endpoint : preferred;
    }

    void GoOnline()
    {
        HasLostPresence = false;
        if (limits.MostBytes < writer.Limit)
            writer.Limit = limits.MostBytes;
        if (management.IsResumed)
        {
            HasLostPresence = management.Unacked.ForgetLost();
            Pending.Extend(clock.Milliseconds + options.AnswerTimeoutMs);
        }
        else
        {
            Pending.Clear();
            management.Unacked.ForgetSession();
            if (management.IsOffered && options.ManagesStream)
            {
                writer.Clear();
                management.Enable(writer);
                Send();
            }
        }

        State = SessionState.Online;
        SendUnacked();
    }

    /// <summary>Sends once more what the server has not got.</summary>
    void SendUnacked()
    {
        UnackedStanzas unacked = management.Unacked;
        if (unacked.Count == 0)
            return;
        Send(unacked.Bytes, unacked.Length);
        if (!management.IsEnabled)
        {
            unacked.Clear();
            return;
        }

        Ask();
    }

    /// <summary>Takes an element of Stream Management on the open stream.</summary>
    void Manage()
    {
        switch (cursor.LocalName)
        {
            case Word.R:
                writer.Clear();
                management.WriteAcknowledgement(writer);
                Send();
                break;
            case Word.A:
                int wrong = management.ReadAcknowledgement(cursor);
                if (wrong != 0)
                    Refuse(wrong, SessionEnd.Violation, "the server counts our stanzas wrongly");
                else if (management.MustAsk)
                    Ask();
                break;
            case Word.Enabled:
                management.ReadEnabled(cursor, transport.IsSecure);
                break;
            case Word.Failed:
                management.Disable();
                break;
        }
    }

    void Ask()
    {
        writer.Clear();
        management.Ask(writer);
        if (writer.Length > 0)
            Send();
    }

    void SuspendOrForget(SessionEnd end)
    {
        if (end == SessionEnd.Network || end == SessionEnd.TimedOut)
            management.Suspend(clock.UnixSeconds);
        else
            management.Forget();
    }

    /// <summary>White space, so that the server does not take the stream for idle (RFC 6120 §4.6.1, XEP-0478 §3).</summary>
    void SendSpace()
    {
        writer.Clear();
        writer.Byte(' ');
        Send();
    }
}
