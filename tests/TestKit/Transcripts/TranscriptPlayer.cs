using System.Text;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.TestKit;

/// <summary>Plays a transcript: is the server, and compares what the client sends, to the byte.</summary>
/// <remarks>
/// Every <c>C:</c> line is one write of the client: no line may be missing, and there may be no other. What else a line may be:
/// <code>
/// C begins: &lt;presence              one write, of which the rest is no matter
/// secure: Ok                        how the handshake ends that the server's line before it leads to
/// at-once:                          what the server sends next arrives in one read, even when everything else is cut
/// advance: 60000                    milliseconds without input
/// cut: why                          the connection is gone
/// fail-writes:                      the next write fails
/// lose-writes:                      what is written from here on reaches nobody
/// close:                            the client closes its stream
/// reopen:                           the client begins a new one
/// do: ..., check: ... = ...         what the subject knows
/// scram: iterations = 1             how the server is in the next login
/// state: Online, bound: jid, end: Tls contains "words", condition: conflict
/// log: Warning contains "words"
/// </code>
/// <c>{name}</c> in a <c>C:</c> line takes what stands there, and is it from then on; <c>{client-first}</c> and the other
/// messages of SCRAM are computed. <c>{header}</c> is the server's header of a stream.
/// </remarks>
public sealed class TranscriptPlayer
{
    // More turns than any wait can need: a client that does not wait would never let the time go by.
    const int MostTurns = 1000;

    readonly Transcript transcript;
    readonly Split split;
    readonly Stage stage;
    readonly ITranscriptSubject subject;
    readonly Words words;
    int arrived;
    int compared;

    TranscriptPlayer(Transcript transcript, SubjectMaker create, Split split)
    {
        this.transcript = transcript;
        this.split = split;
        stage = new Stage(transcript.Settings);
        subject = create(stage);
        words = new Words(stage);
    }

    /// <summary>Plays it.</summary>
    /// <param name="transcript">What to play.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="split">How the server's bytes arrive; places are counted from 0 over the transcript's own lines.</param>
    /// <returns>How many bytes of the server there were to cut.</returns>
    /// <exception cref="TranscriptException">The client did something else.</exception>
    public static int Play(Transcript transcript, SubjectMaker create, Split split)
    {
        TranscriptPlayer player = new TranscriptPlayer(transcript, create, split);
        player.subject.Open();
        for (int at = 0; at < transcript.Count;)
        {
            TranscriptLine line = transcript.Line(at);
            try
            {
                at = player.Act(at);
            }
            catch (TranscriptException e)
            {
                throw new TranscriptException(line.Place + ", " + split.Name + ": " + e.Message);
            }
        }

        if (player.compared < player.stage.Transport.SentCount)
            throw new TranscriptException("at the end, " + split.Name + ": the client also sent " + player.stage.Transport.Sent(player.compared));
        return player.arrived;
    }

    /// <summary>Does one line, or all of the server's that follow each other.</summary>
    /// <returns>The next.</returns>
    int Act(int at)
    {
        TranscriptLine line = transcript.Line(at);
        switch (line.Word)
        {
            case "S":
                return Serve(at, line.IsPart);
            case "at-once":
                return Serve(at + 1, atOnce: true);
            case "C":
                Compare(line.Text, beginning: false);
                break;
            case "C begins":
                Compare(line.Text, beginning: true);
                break;
            case "secure":
                Expect(line.Text.Split(' ')[0], PlatformNames.Of(stage.Transport.SecureStatus));
                Expect(stage.Account.HostName, stage.Transport.SecuredDomain);
                break;
            case "advance":
                Advance(int.Parse(line.Text));
                break;
            case "cut":
                stage.Transport.Cut(line.Text);
                subject.Turn(0);
                break;
            case "fail-writes":
                stage.Transport.FailsWrites = true;
                break;
            case "lose-writes":
                stage.Transport.LosesWrites = true;
                break;
            case "close":
                subject.Session.Close();
                break;
            case "reopen":
                Expect("Closed", XmppNames.Of(subject.Session.State));
                subject.Open();
                break;
            case "do":
                if (!subject.Do(line.Text))
                    throw new TranscriptException("nobody knows how to do " + line.Text);
                break;
            default:
                Check(line);
                break;
        }

        return at + 1;
    }

    void Check(TranscriptLine line)
    {
        XmppSession session = subject.Session;
        switch (line.Word)
        {
            case "scram":
                words.Tune(line.Text);
                break;
            case "check":
                Expect(After(line.Text, " = "), subject.Check(Before(line.Text, " = ")));
                break;
            case "state":
                Expect(line.Text, XmppNames.Of(session.State));
                break;
            case "bound":
                Expect(line.Text, session.Bound == null ? "nobody" : session.Bound.ToString());
                break;
            case "security":
                Expect(line.Text, session.Security);
                break;
            case "condition":
                Expect(line.Text, session.StreamErrorCondition == 0 ? "none" : Vocabulary.Create().ToString(session.StreamErrorCondition));
                break;
            case "end":
                Expect("Closed", XmppNames.Of(session.State));
                ExpectContained(line.Text, XmppNames.Of(session.End), session.EndText);
                if (stage.Transport.IsOpen)
                    throw new TranscriptException("the connection is still open");
                break;
            case "log":
                if (!IsLogged(line.Text))
                    throw new TranscriptException("nothing like this was logged, but: " + string.Concat(stage.Log.Lines));
                break;
            default:
                throw new TranscriptException("nobody knows what " + line.Word + " means");
        }
    }

    /// <summary>Sends the server's lines that follow each other, cut as the test wants.</summary>
    int Serve(int at, bool atOnce)
    {
        StringBuilder text = new StringBuilder();
        bool isPart = transcript.Line(at).IsPart;
        while (at < transcript.Count && transcript.Line(at).Word == "S" && transcript.Line(at).IsPart == isPart)
            text.Append(words.Fill(transcript.Line(at++).Text));
        if (at < transcript.Count && transcript.Line(at).Word == "secure")
            Prepare(transcript.Line(at).Text);
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (atOnce)
        {
            stage.Transport.Arrive(bytes, 0, bytes.Length);
        }
        else
        {
            for (int start = 0; start < bytes.Length;)
            {
                int end = split.End(arrived + start) - arrived;
                end = end <= start ? start + 1 : end > bytes.Length ? bytes.Length : end;
                stage.Transport.Arrive(bytes, start, end - start);
                start = end;
            }

            arrived += bytes.Length;
        }

        for (int turns = 0; stage.Transport.HasUnread && subject.Session.State != SessionState.Closed; turns++)
            if (turns > bytes.Length)
                throw new TranscriptException("the client does not read what has arrived");
            else
                subject.Turn(0);
        return at;
    }

    void Prepare(string handshake)
    {
        stage.Transport.SecureStatus = PlatformNames.Status(Before(handshake, " "));
        stage.Transport.FailureText = After(handshake, " ");
    }

    void Advance(int milliseconds)
    {
        long target = stage.Clock.Milliseconds + milliseconds;
        for (int turns = 0; stage.Clock.Milliseconds < target; turns++)
        {
            if (turns > MostTurns)
                throw new TranscriptException("the client does not wait");
            long before = stage.Clock.Milliseconds;
            subject.Turn((int)(target - before));
            if (subject.Session.State == SessionState.Closed)
                stage.Clock.Advance(target - stage.Clock.Milliseconds);
        }
    }

    void Compare(string expected, bool beginning)
    {
        if (compared == stage.Transport.SentCount)
            throw new TranscriptException("the client did not send\n" + expected + "\nit is " + XmppNames.Of(subject.Session.State) + " " + subject.Session.EndText);
        words.Compare(expected, stage.Transport.Sent(compared++), beginning);
    }

    static void Expect(string expected, string actual)
    {
        if (expected != actual)
            throw new TranscriptException("expected " + expected + ", but it is " + actual);
    }

    static void ExpectContained(string expected, string kind, string text)
    {
        if (!Contains(expected, kind, text))
            throw new TranscriptException("expected " + expected + ", but it is " + kind + ": " + text);
    }

    /// <summary>Whether <c>Kind</c>, or <c>Kind contains "words"</c>, holds.</summary>
    static bool Contains(string expected, string kind, string text)
    {
        string part = After(expected, " contains ").Trim('"');
        return Before(expected, " contains ") == kind && (part.Length == 0 || text.IndexOf(part) >= 0);
    }

    bool IsLogged(string expected)
    {
        foreach (string entry in stage.Log.Lines)
            if (Contains(expected, Before(entry, ": "), After(entry, ": ")))
                return true;
        return false;
    }

    /// <summary>What stands before a mark; all of it when there is none.</summary>
    internal static string Before(string text, string mark)
    {
        int at = text.IndexOf(mark);
        return at < 0 ? text : text.Substring(0, at);
    }

    /// <summary>What stands behind a mark; nothing when there is none.</summary>
    internal static string After(string text, string mark)
    {
        int at = text.IndexOf(mark);
        return at < 0 ? "" : text.Substring(at + mark.Length);
    }
}
