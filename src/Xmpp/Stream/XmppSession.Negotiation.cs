using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>The way in, and what is at the level of the stream: headers, features, errors.</summary>
public sealed partial class XmppSession
{
    const string NotXmpp = "what answers on this port does not speak XMPP";

    int step;
    bool stepIsActive;
    bool headerSeen;

    XmlRead Next() => State == SessionState.Closed ? XmlRead.NeedsInput : tokenizer.Read();

    void OpenStream()
    {
        tokenizer.Reset();
        headerSeen = false;
        stepIsActive = false;
        writer.Clear();
        writer.Limit = options.OutputBytes;
        StreamHeader.Write(writer, options.Account, transport.IsSecure);
        Hasten();
        if (!Send())
            Lose("the connection was lost");
    }

    void Handle(XmlRead read)
    {
        switch (read)
        {
            case XmlRead.RootStart:
                cursor.MoveToTop();
                int wrong = StreamHeader.Check(cursor);
                if (wrong != 0)
                    Refuse(wrong, SessionEnd.Violation, NotXmpp);
                headerSeen = true;
                break;
            case XmlRead.Element:
            case XmlRead.Partial:
                cursor.MoveToTop();
                HandleElement(read == XmlRead.Partial);
                break;
            case XmlRead.Text:
                Refuse(Word.BadFormat, SessionEnd.Violation, "the server sent something that is no stanza");
                break;
            case XmlRead.RootEnd:
                bool ours = State == SessionState.Closing;
                if (!ours)
                    SendEnd();
                Finish(ours ? SessionEnd.Closed : SessionEnd.ClosedByServer, ours ? "closed" : "the server closed the stream");
                break;
            case XmlRead.Error:
                string condition = XmlErrors.Condition(tokenizer.Error);
                byte[] name = Encoding.UTF8.GetBytes(condition);
                Explain(ref condition);
                Refuse(vocabulary.Find(name, 0, name.Length), SessionEnd.Violation,
                    (headerSeen ? "the server sent bad XML" : NotXmpp) + ": " + condition);
                break;
        }
    }

    /// <summary>Adds words for a person to a condition; on the chip there are none.</summary>
    partial void Explain(ref string fault);

    void HandleElement(bool isPartial)
    {
        LookForBound();
        if (cursor.Is(Ns.Streams, Word.Error))
        {
            ServerEndpoint? elsewhere = Elsewhere(cursor);
            cursor.MoveToTop();
            string text = "the server ended the stream: " + StreamHeader.Describe(cursor, Ns.StreamErrors, out int condition);
            StreamErrorCondition = condition;
            SendEnd();
            if (elsewhere == null || !Follow(elsewhere, text))
                Finish(SessionEnd.StreamError, text);
        }
        else if (State == SessionState.Negotiating)
        {
            if (isPartial || tokenizer.Tape.IsTruncated || tokenizer.Tape.IsContinued)
                Refuse(Word.PolicyViolation, SessionEnd.Violation, "the server sent more than fits before the login was done");
            else
                Negotiate();
        }
        else if (State == SessionState.Online)
        {
            bool isNone = false;
            Manage(ref isNone);
            if (!isNone)
                HandleStanza(isPartial);
        }
    }

    void HandleStanza(bool isPartial)
    {
        stanza.Read(isPartial);
        if (stanza.Kind == 0)
        {
            Refuse(Word.UnsupportedStanzaType, SessionEnd.Violation, "the server sent something that is no stanza");
            return;
        }

        Router?.Route(stanza);
        // One that was cut before its end comes again, whole.
        if (!isPartial)
            Handled();
    }

    partial void Hasten();

    partial void LookForBound();

    partial void Manage(ref bool isNone);

    partial void Handled();

    void Negotiate()
    {
        writer.Clear();
        if (cursor.Is(Ns.Streams, Word.Features))
        {
            bool begins = !stepIsActive;
            NoteFeatures();
            NoteOffer(ref begins);
            if (begins)
                BeginStep();
        }
        else if (stepIsActive)
        {
            Go(steps[step].Receive(cursor, writer));
        }
        else
        {
            Refuse(Word.NotAuthorized, SessionEnd.Violation, "the server sent something else in the middle of the login");
        }
    }

    /// <summary>Takes note of features that no step negotiates; the chip uses none.</summary>
    partial void NoteFeatures();

    partial void NoteOffer(ref bool begins);

    void BeginStep()
    {
        int features = cursor.Node;
        while (step < steps.Length && steps[step].IsDone(transport.IsSecure))
            step++;
        cursor.MoveTo(features);
        if (!steps[step].IsOffered(cursor))
        {
            Fail();
            return;
        }

        stepIsActive = true;
        Go(steps[step].Begin(writer));
    }

    void Go(StepResult result)
    {
        if (writer.HasOverflowed)
        {
            Refuse(Word.PolicyViolation, SessionEnd.Violation, "the server sent more than fits before the login was done");
            return;
        }

        if (writer.Length > 0 && !Send())
        {
            Lose("the connection was lost");
            return;
        }

        // What we took to compute is not taken from the server: minutes, for a new password on a chip.
        long least = clock.Milliseconds + options.AnswerTimeoutMs;
        if (deadline < least && (writer.Length > 0 || result != StepResult.Waiting))
            deadline = least;

        switch (result)
        {
            case StepResult.SecureTransport:
                Secure();
                break;
            case StepResult.RestartStream:
                step++;
                if (HasUnread("after the login"))
                    break;
                OpenStream();
                break;
            case StepResult.Finished:
                step++;
                stepIsActive = false;
                if (step == steps.Length)
                {
                    State = SessionState.Online;
                    BecameOnline();
                }

                break;
            case StepResult.Failed:
                Fail();
                break;
        }
    }

    void Secure()
    {
        // What came in the clear behind <proceed/> was not sent by who will be at the other end of TLS (RFC 6120 §5.4.3.3).
        if (HasUnread("before TLS was in place"))
            return;
        TransportStatus status = transport.Secure(options.Account.HostName, options.ConnectTimeoutMs);
        if (status != TransportStatus.Ok)
        {
            Finish(status == TransportStatus.TimedOut ? SessionEnd.TimedOut : KindOf(status), transport.Failure);
            return;
        }

        step++;
        OpenStream();
    }

    bool HasUnread(string when)
    {
        if (tokenizer.Unread == 0)
            return false;
        Finish(SessionEnd.Violation, "somebody put bytes into the stream " + when + "; this may be an attack");
        return true;
    }

    void Fail()
    {
        NegotiationStep failed = steps[step];
        bool isOver = true;
        SendEnd();
        FallBack(ref isOver);
        if (isOver)
            Finish(failed.FailureKind, failed.Failure);
    }

    partial void FallBack(ref bool isOver);

    void LogWire(bool outgoing, byte[] buffer, int start, int count)
    {
        if (stepIsActive && step < steps.Length && steps[step].IsSecret)
        {
            buffer = Encoding.UTF8.GetBytes("(login, not shown)");
            start = 0;
            count = buffer.Length;
        }

        HidePassword(outgoing, ref buffer, ref start, ref count);
        log.Wire(outgoing, buffer, start, count);
    }

    // That of what makes a device one of many (../Fleet).
    partial void HidePassword(bool outgoing, ref byte[] buffer, ref int start, ref int count);
}
