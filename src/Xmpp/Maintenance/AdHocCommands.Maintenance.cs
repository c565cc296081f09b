using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Commands with several stages (XEP-0050 §3.4), and the log of those that have changed something.</summary>
public sealed partial class AdHocCommands
{
    partial void CheckStage(Stanza request, int index, int action, int session, ref int error)
    {
        run.Session = session;
        run.Stage = 0;
        run.Chosen = 0;
        run.Action = Word.Next;
        run.HasOnlyLooked = false;
        if (!HasLanguage(request.AtPayload()))
        {
            error = StanzaError.With(StanzaError.BadRequest, Word.BadLocale);
            return;
        }

        StagedCommand? staged = commands[index] as StagedCommand;
        int slot = staged == null ? -1 : sessions.Find(request, session, index);
        if (staged != null && session != 0 && slot < 0 && error >> 16 == Word.BadAction)
            error = StanzaError.With(StanzaError.BadRequest, Word.BadSessionid);
        if (slot < 0 || error >> 16 == Word.MalformedAction)
            return;
        run.Stage = sessions.Stages[slot];
        run.Chosen = sessions.Chosen[slot];
        run.Action = staged!.ActionAt(run.Stage, action);
        error = run.Action == 0 ? StanzaError.With(StanzaError.BadRequest, Word.BadAction) : StanzaError.None;
    }

    partial void WriteActions(Command command, XmlWriter answer, ref bool isWritten)
    {
        StagedCommand? staged = command as StagedCommand;
        if (staged == null)
            return;
        isWritten = true;
        bool isLast = run.Stage == staged.Stages;
        answer.Start(Word.Actions);
        answer.Attribute(Word.Execute, isLast ? Word.Complete : Word.Next);
        if (run.Stage > 1)
        {
            answer.Start(Word.Prev);
            answer.End();
        }

        answer.Start(isLast ? Word.Complete : Word.Next);
        answer.End();
        answer.End();
    }

    partial void KeepStage(int slot)
    {
        sessions.Stages[slot] = run.Stage;
        sessions.Chosen[slot] = run.Chosen;
    }

    /// <summary>Who may only read changes nothing, and who becomes the owner is noted by who makes him that.</summary>
    partial void Record(Stanza request, Command command)
    {
        bool isForOperators = Permission.Allows(command.Least, Permission.ToSet) && Permission.Allows(Role.Owner, command.Least);
        if (isForOperators && !run.HasOnlyLooked)
            activity.Note(request, Text(command.Node), run.Note);
    }

    /// <summary>Whether the language that is asked for is one at all (RFC 5646 §2.1). Whichever it is, the answer is in English: clients send
    /// that of their user, who wants his command run all the same. What is none is <c>bad-locale</c> (XEP-0050 §3.7).</summary>
    static bool HasLanguage(XmlCursor command)
    {
        int slot = command.Attribute(XmlVocabulary.XmlNamespace, Word.Lang);
        int at = command.Start(slot);
        int end = at + command.Length(slot);
        int length = 0;
        for (; at < end; at++)
        {
            int c = command.Bytes[at];
            bool isLetter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            if (c == '-' ? length == 0 : !isLetter && (c < '0' || c > '9'))
                return false;
            length = c == '-' ? 0 : length + 1;
            if (length > 8)
                return false;
        }

        return command.Length(slot) == 0 || length > 0;
    }
}
