using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>SASL 2 as a session does it: behind its success there is no new stream (XEP-0388 §2.6.1), and with a resource or a resumed
/// stream in it the way in is over.</summary>
public sealed partial class XmppSession
{
    /// <summary>Logs in with the header, where there is a token.</summary>
    partial void Hasten()
    {
        const int Sasl = 1;
        if (step > Sasl || !transport.IsSecure || !sasl.Hasten(writer))
            return;
        step = Sasl;
        stepIsActive = true;
    }

    partial void NoteOffer(ref bool begins)
    {
        limits.Read(cursor);
        int features = cursor.Node;
        if (!begins && !sasl.IsStillOffered(cursor))
            Fail();
        cursor.MoveTo(features);
    }

    /// <summary>The first element behind a success with a resource in it: the features of the session, or, where the server is in a hurry to
    /// deliver, a stanza.</summary>
    partial void LookForBound()
    {
        if (State != SessionState.Negotiating || !resumeOrBind.IsInline || cursor.Is(Ns.Streams, Word.Error))
            return;
        if (cursor.Is(Ns.Streams, Word.Features))
            NoteBoundFeatures();
        step = steps.Length;
        State = SessionState.Online;
        BecameOnline();
    }

    void NoteBoundFeatures()
    {
        NoteFeatures();
        limits.Read(cursor);
        ObeyLimits();
        if (!management.IsEnabled)
            management.ReadFeatures(cursor);
    }

    /// <summary>Goes on without the token, at once.</summary>
    partial void FallBack(ref bool isOver)
    {
        if (!sasl.MustFallBack)
            return;
        sasl.MustFallBack = false;
        isOver = false;
        log.Write(LogLevel.Info, sasl.Failure + "; logging in without it");
        transport.Close();
        Connect(options.Endpoint);
    }
}
