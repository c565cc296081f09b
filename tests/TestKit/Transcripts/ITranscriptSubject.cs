using Presentity.Xmpp;

namespace Presentity.TestKit;

/// <summary>What a transcript is played with: something that has a session.</summary>
public interface ITranscriptSubject
{
    XmppSession Session { get; }

    /// <summary>Begins a stream.</summary>
    void Open();

    /// <summary>One turn of its loop.</summary>
    void Turn(int waitMs);

    /// <summary>Does something of its own accord: <c>do: roster</c>.</summary>
    /// <returns>False when it does not know what that is.</returns>
    bool Do(string what);

    /// <summary>Checks something that only the subject knows: <c>check: roster 3</c>.</summary>
    /// <returns>How it is; the transcript says how it should be.</returns>
    string Check(string what);
}

/// <summary>Makes what a transcript is played with.</summary>
public delegate ITranscriptSubject SubjectMaker(Stage stage);
