using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Stream Management (XEP-0198) as a session does it: what is sent once more, what is kept over a cut, and over a restart.</summary>
public sealed partial class XmppSession
{
    // Some servers ask behind each stanza, but not again before they are answered: one answer then does for all that comes within this
    // time (XEP-0198 §4: nothing but a timeout may withhold it).
    const int AcknowledgeWithinMs = 250;

    readonly AnnouncedLimits limits = new AnnouncedLimits();
    StreamManagement management = null!;
    ResumeOrBind resumeOrBind = null!;
    Sasl2Step sasl = null!;
    long lastSent;

    // When the server is told at the latest how much has come; 0 when it does not ask.
    long acknowledgeBy;

    /// <summary>Whether the stream goes on where the last one was cut (XEP-0198 §5): to all others nothing has happened.</summary>
    public bool IsResumed => management.IsResumed;

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
            SendAcknowledgement();
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

    partial void EquipToResume()
    {
        management = new StreamManagement(options.UnackedBytes);
        resumeOrBind = new ResumeOrBind(options.Resource, management);
        sasl = new Sasl2Step(login, options, management, resumeOrBind, clock);
        bind = resumeOrBind;
        steps[1] = sasl;
        steps[2] = bind;
    }

    /// <summary>Before the first connection: a stream that the server has forgotten is forgotten here.</summary>
    /// <param name="place">Where to; else where the server would like to be asked to resume. Null is the usual place.</param>
    partial void PrepareToResume(ref ServerEndpoint? place)
    {
        long now = clock.UnixSeconds;
        if (management.Expires != 0 && now > management.Expires)
            management.Forget();
        if (!management.CanResume)
            Pending.Clear();
        // Once: if nobody is there, the next attempt goes to the usual place.
        if (place == null && management.Location.Length > 0)
            place = At(management.Location);
        management.Location = "";
    }

    partial void BeginConnection()
    {
        management.Begin();
        acknowledgeBy = 0;
        resumeOrBind.IsInline = false;
    }

    partial void BecameOnline()
    {
        HasLostPresence = false;
        ObeyLimits();
        if (management.IsResumed)
        {
            HasLostPresence = management.Unacked.ForgetLost();
            Pending.Extend(clock.Milliseconds + options.AnswerTimeoutMs);
        }
        else
        {
            Pending.Clear();
            management.Unacked.ForgetSession();
            if (management.IsOffered && !management.IsEnabled && options.ManagesStream)
            {
                writer.Clear();
                management.Enable(writer);
                Send();
            }
        }

        SendUnacked();
    }

    void ObeyLimits()
    {
        if (limits.MostBytes < writer.Limit)
            writer.Limit = limits.MostBytes;
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
    partial void Manage(ref bool isNone)
    {
        if (resumeOrBind.IsInline && cursor.Is(Ns.Streams, Word.Features))
        {
            isNone = true;
            NoteBoundFeatures();
        }

        if (!management.IsEnabled || cursor.Namespace != Ns.StreamManagement)
            return;
        isNone = true;
        switch (cursor.LocalName)
        {
            case Word.R:
                if (acknowledgeBy == 0)
                    acknowledgeBy = clock.Milliseconds + AcknowledgeWithinMs;
                break;
            case Word.A:
                int wrong = management.ReadAcknowledgement(cursor);
                if (wrong != 0)
                    RefuseCount(wrong);
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

    void SendAcknowledgement()
    {
        acknowledgeBy = 0;
        writer.Clear();
        management.WriteAcknowledgement(writer);
        Send();
    }

    void Ask()
    {
        writer.Clear();
        management.Ask(writer);
        if (writer.Length > 0)
            Send();
    }

    void RefuseCount(int wrong)
    {
        const string Text = "the server counts our stanzas wrongly";
        if (wrong != Word.UndefinedCondition)
        {
            Refuse(wrong, SessionEnd.Violation, Text);
            return;
        }

        writer.Clear();
        management.WriteTooHigh(writer, cursor);
        Send();
        SendEnd();
        Finish(SessionEnd.Violation, Text);
    }

    partial void Handled()
    {
        if (management.IsCounting)
            management.Handled++;
    }

    partial void Keep(bool mayGo, ref bool isKept)
    {
        management.Keep(writer, mayGo);
        isKept = management.IsEnabled;
    }

    partial void Sent() => lastSent = clock.Milliseconds;

    partial void LookForSilence(ref long deadline)
    {
        long quiet = lastSent + limits.QuietMs;
        if (quiet < deadline)
            deadline = quiet;
        if (acknowledgeBy != 0 && acknowledgeBy < deadline)
            deadline = acknowledgeBy;
    }

    /// <summary>White space, so that the server does not take the stream for idle (RFC 6120 §4.6.1, XEP-0478 §3).</summary>
    partial void BreakSilence(long now)
    {
        if (acknowledgeBy != 0 && now >= acknowledgeBy)
            SendAcknowledgement();
        if (now < lastSent + limits.QuietMs)
            return;
        writer.Clear();
        writer.Byte(' ');
        Send();
    }

    partial void LookForResumption(ref bool canResume) => canResume = management.CanResume;

    /// <summary>XEP-0198 §4: a last word, so that the server keeps nothing for us that we have handled.</summary>
    partial void LeaveStream()
    {
        if (management.IsCounting)
            management.WriteAcknowledgement(writer);
        management.Forget();
    }

    partial void Ended()
    {
        if (State != SessionState.Online)
            return;
        if (End == SessionEnd.Network || End == SessionEnd.TimedOut)
            management.Suspend(clock.UnixSeconds);
        else
            management.Forget();
    }
}
