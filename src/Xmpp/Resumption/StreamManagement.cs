using System.Text;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Stream Management (XEP-0198): who has how many stanzas, and what a later stream needs to take up where this one was cut.</summary>
/// <remarks>Its elements may stand on the stream, or inside those of SASL 2 and Bind 2 (XEP-0388, XEP-0386): it writes them, and is
/// given those of the server, wherever they are. Counters are of 32 bits and begin anew behind the last (XEP-0198 §4).</remarks>
public sealed class StreamManagement
{
    const int LongestId = 256;

    // A host name and a port.
    const int LongestPlace = 261;

    bool isAsked;
    byte[] id = new byte[0];
    int most;

    /// <summary>Nothing is resumable yet.</summary>
    /// <param name="bytes">Of stanzas that the server has not acknowledged.</param>
    public StreamManagement(int bytes) => Unacked = new UnackedStanzas(bytes);

    /// <summary>What the server has not acknowledged.</summary>
    public readonly UnackedStanzas Unacked;

    /// <summary>How many stanzas of the server were handled.</summary>
    public uint Handled;

    /// <summary>How many of ours the server has acknowledged.</summary>
    public uint Acknowledged;

    /// <summary>Whether the server offers it on this stream.</summary>
    public bool IsOffered;

    /// <summary>Whether we have asked for it: what we send is counted.</summary>
    public bool IsEnabled;

    /// <summary>Whether the server has granted it: what it sends is counted.</summary>
    public bool IsCounting;

    /// <summary>Whether this stream goes on where the last one was cut.</summary>
    public bool IsResumed;

    /// <summary>Whether the last stanza was kept, until the server has it; true, too, where nothing needs to be.</summary>
    public bool HasKept = true;

    /// <summary>Whether something was sent since we asked for the acknowledgement that is on its way.</summary>
    public bool MustAsk;

    /// <summary>When the server forgets the stream, in seconds of Unix time; 0 when it does not say, or while the stream lasts.</summary>
    public long Expires;

    /// <summary>Where the server would like to be asked to resume (XEP-0198 §5): <c>host</c> or <c>host:port</c>. Empty for the usual place.</summary>
    public string Location = "";

    /// <summary>Whether there is a stream to be resumed.</summary>
    public bool CanResume => id.Length > 0;

    /// <summary>The id of the stream to be resumed, as a string.</summary>
    internal string IdText
    {
        get => Encoding.UTF8.GetString(id, 0, id.Length);
        set => id = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>A new connection begins: whatever it comes to, it is not there yet.</summary>
    public void Begin()
    {
        IsOffered = false;
        IsEnabled = false;
        IsCounting = false;
        IsResumed = false;
        HasKept = true;
        MustAsk = false;
        isAsked = false;
    }

    /// <summary>Looks whether the server offers it.</summary>
    /// <param name="features">At the features, or at the inline features of SASL 2 or Bind 2; stays there.</param>
    public void ReadFeatures(XmlCursor features)
    {
        int node = features.Node;
        IsOffered = features.MoveToChild(Ns.StreamManagement, Word.Sm);
        features.MoveTo(node);
    }

    /// <summary>Asks the server to enable it (XEP-0198 §3); from here on what we send is counted, beginning with what the session before
    /// has left.</summary>
    public void Enable(XmlWriter writer)
    {
        Count();
        WriteEnable(writer);
    }

    /// <summary>Begins to count what we send: with the request on a stream, with the server's answer to one inside Bind 2 (XEP-0386).</summary>
    public void Count()
    {
        IsEnabled = true;
        Acknowledged = 0;
    }

    /// <summary>Writes the request.</summary>
    public static void WriteEnable(XmlWriter writer)
    {
        writer.Start(Word.Enable, Ns.StreamManagement);
        writer.Attribute(Word.Resume, Word.True);
        writer.End();
    }

    /// <summary>The server has enabled it (XEP-0198 §3).</summary>
    /// <param name="enabled">At the element.</param>
    /// <param name="isSecure">Whether TLS is verified: without it nobody sends us elsewhere.</param>
    public void ReadEnabled(XmlCursor enabled, bool isSecure)
    {
        Handled = 0;
        IsCounting = true;
        int resume = enabled.Attribute(Word.Resume);
        int slot = enabled.Attribute(Word.Id);
        int length = enabled.Length(slot);
        bool canResume = enabled.Word(resume) == Word.True || (enabled.TryGetInteger(resume, out int one) && one == 1);
        if (!canResume || length == 0 || length > LongestId)
            return;
        id = new byte[length];
        System.Array.Copy(enabled.Bytes, enabled.Start(slot), id, 0, length);
        enabled.TryGetInteger(enabled.Attribute(Word.Max), out most);
        int location = enabled.Attribute(Word.Location);
        Location = isSecure && enabled.Length(location) <= LongestPlace ? enabled.ToString(location) : "";
    }

    /// <summary>The server has not enabled it.</summary>
    public void Disable()
    {
        IsEnabled = false;
        HasKept = true;
        Unacked.Clear();
    }

    /// <summary>Asks the server to resume the stream that was cut (XEP-0198 §5).</summary>
    public void Resume(XmlWriter writer)
    {
        writer.Start(Word.Resume, Ns.StreamManagement);
        WriteHandled(writer);
        writer.Attribute(Word.Previd, id, 0, id.Length);
        writer.End();
    }

    /// <summary>The server has resumed the stream (XEP-0198 §5).</summary>
    /// <returns>The stream error that this is (RFC 6120 §4.9.3), or 0.</returns>
    public int ReadResumed(XmlCursor resumed)
    {
        if (!resumed.ValueEquals(resumed.Attribute(Word.Previd), id, 0, id.Length))
            return Word.BadFormat;
        int wrong = ReadHandled(resumed);
        IsResumed = wrong == 0;
        IsEnabled = IsResumed;
        IsCounting = IsResumed;
        Expires = 0;
        return wrong;
    }

    /// <summary>The server has not resumed the stream; it may say how much of it had come (XEP-0198 §5).</summary>
    public void ReadFailed(XmlCursor failed)
    {
        ReadHandled(failed);
        Forget();
    }

    /// <summary>The stream is over and cannot be resumed. What the server has not acknowledged stays, for the next session.</summary>
    public void Forget()
    {
        id = new byte[0];
        Location = "";
        Expires = 0;
    }

    /// <summary>The connection is lost: the server's time for us to come back begins.</summary>
    /// <param name="now">Unix time in seconds; below 0 when it is not known.</param>
    public void Suspend(long now) => Expires = now >= 0 && most > 0 ? now + most : 0;

    /// <summary>Writes how much was handled: an answer to <c>&lt;r/></c>, and a last word before a stream is closed (XEP-0198 §4).</summary>
    public void WriteAcknowledgement(XmlWriter writer)
    {
        writer.Start(Word.A, Ns.StreamManagement);
        WriteHandled(writer);
        writer.End();
    }

    /// <summary>The server says how much it has handled (XEP-0198 §4).</summary>
    /// <returns>The stream error that this is, or 0.</returns>
    public int ReadAcknowledgement(XmlCursor acknowledgement)
    {
        isAsked = false;
        return ReadHandled(acknowledgement);
    }

    /// <summary>Keeps a stanza that is about to be sent, and asks for an acknowledgement: at once behind messages and answers. Presence waits
    /// until half of the room is taken, and so do requests, whose answers tell as much.</summary>
    /// <param name="writer">Has the stanza and nothing else; <c>&lt;r/></c> may be written behind it.</param>
    /// <param name="mayGo">Whether it may give way to others when there is no room.</param>
    public void Keep(XmlWriter writer, bool mayGo)
    {
        if (!IsEnabled)
            return;
        HasKept = Unacked.Keep(writer.Buffer, writer.Length, mayGo);
        if (writer.Buffer[1] == 'm' || UnackedStanzas.IsAnswer(writer.Buffer, 0) || Unacked.Length > Unacked.Bytes.Length / 2)
            Ask(writer);
    }

    /// <summary>Asks for an acknowledgement, unless one is on its way.</summary>
    public void Ask(XmlWriter writer)
    {
        MustAsk = isAsked;
        if (isAsked)
            return;
        int length = writer.Length;
        writer.Start(Word.R, Ns.StreamManagement);
        writer.End();
        isAsked = !writer.HasOverflowed;
        if (!isAsked)
            writer.Rewind(length, 0);
    }

    /// <summary>Writes the stream error for more acknowledged stanzas than were sent (XEP-0198 §4).</summary>
    public void WriteTooHigh(XmlWriter writer, XmlCursor element)
    {
        int h = element.Attribute(Word.H);
        writer.Start(Word.StreamError);
        writer.Start(Word.UndefinedCondition, Ns.StreamErrors);
        writer.End();
        writer.Start(Word.HandledCountTooHigh, Ns.StreamManagement);
        writer.Attribute(Word.H, element.Bytes, element.Start(h), element.Length(h));
        writer.AttributeNumber(Word.SendCount, Acknowledged + (uint)Unacked.Count);
        writer.End();
        writer.End();
    }

    void WriteHandled(XmlWriter writer) => writer.AttributeNumber(Word.H, Handled);

    int ReadHandled(XmlCursor element)
    {
        if (!TryGetCount(element, element.Attribute(Word.H), out uint handled))
            return Word.BadFormat;
        // The difference is right across the wrap-around, too.
        if (!Unacked.Acknowledge(handled - Acknowledged))
            return Word.UndefinedCondition;
        Acknowledged = handled;
        return 0;
    }

    /// <summary>Reads 0 to 4,294,967,295.</summary>
    static bool TryGetCount(XmlCursor element, int slot, out uint value)
    {
        value = 0;
        int length = element.Length(slot);
        int start = element.Start(slot);
        if (length == 0 || length > 10)
            return false;
        long number = 0;
        for (int at = start; at < start + length; at++)
        {
            int digit = element.Bytes[at] - '0';
            if (digit < 0 || digit > 9)
                return false;
            number = (number * 10) + digit;
        }

        value = (uint)number;
        return number <= uint.MaxValue;
    }
}
