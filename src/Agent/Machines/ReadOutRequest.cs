using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Takes requests to read the device out (XEP-0323 §3): accepted, and told by message right after, or when it is time.</summary>
/// <remarks>
/// <code>
/// &lt;iq type='get' id='1'>&lt;req xmlns='urn:xmpp:iot:sensordata' seqnr='7' momentary='true'/>&lt;/iq>
/// &lt;iq type='result' id='1'>&lt;accepted xmlns='urn:xmpp:iot:sensordata' seqnr='7'/>&lt;/iq>
/// &lt;message>&lt;fields xmlns='urn:xmpp:iot:sensordata' seqnr='7' done='true'>...&lt;/fields>&lt;/message>
/// </code>
/// </remarks>
public sealed partial class ReadOutRequest : MachineHandler
{
    const int LongestNumber = 64;
    const int LongestAhead = 86400;

    readonly ReadOuts readOuts;
    readonly IClock clock;
    readonly ReadOut asked;
    bool isPlanned;
    bool isKept;

    public ReadOutRequest(int[] words, ReadOuts readOuts, IClock clock)
        : base(words, Dialect.Readings, Word.Req, words[Dialect.Readings])
    {
        this.readOuts = readOuts;
        this.clock = clock;
        asked = new ReadOut(words, readOuts.Count);
    }

    public override int Answer(Stanza request, XmlWriter answer)
    {
        HasRefused = false;
        if (request.IsSet)
            return StanzaError.NotAllowed;
        if (!Permission.Allows(request.Role, Permission.ToRead))
            return StanzaError.Forbidden;
        XmlCursor req = request.AtPayload();
        int number = req.Attribute(Words[Dialect.Number]);
        if (req.Length(number) == 0 || req.Length(number) > LongestNumber)
            return StanzaError.BadRequest;
        int error = Read(request, req);
        if (error != StanzaError.None)
            return error;
        asked.Note(request, number);
        int when = req.Attribute(Word.When);
        isPlanned = when != XmlCursor.None;
        isKept = isPlanned;
        if (isPlanned)
            error = Plan(request, req, when);
        else
            Keep(request, ref error);
        if (error != StanzaError.None)
            return error;
        answer.Start(Word.Accepted, Words[Dialect.Readings]);
        answer.Attribute(Words[Dialect.Number], asked.Number, asked.NumberStart, asked.NumberLength);
        if (isPlanned)
            answer.Attribute(Word.Queued, Word.True);
        answer.End();
        return StanzaError.None;
    }

    public override void Follow(Stanza request)
    {
        if (!isKept)
            readOuts.Tell(asked);
    }

    public override bool WriteError(Stanza request, int error, XmlWriter writer)
    {
        if (!HasRefused || Words[Dialect.Rejected] == 0)
            return false;
        HasRefused = false;
        // XEP-0323 up to 0.2 has the reason here; 0.3 and later have it in the error.
        writer.Start(Words[Dialect.Rejected], Words[Dialect.Readings]);
        writer.Attribute(Words[Dialect.Number], asked.Number, asked.NumberStart, asked.NumberLength);
        writer.Element(Word.Error, request.ErrorText);
        writer.End();
        StanzaError.Write(writer, error, 0, request.ErrorText);
        return true;
    }

    /// <summary>Reads what is asked for.</summary>
    int Read(Stanza request, XmlCursor req)
    {
        asked.Note(request, req.Attribute(Words[Dialect.Number]));
        long now = clock.UnixSeconds;
        if (now < 0)
            return Refuse(request, StanzaError.ResourceConstraint, "the time is not known yet");
        if (!KnowsNodes(req))
            return Refuse(request, StanzaError.ItemNotFound, "there is one node: device");
        int slot = req.Attribute(Word.From);
        long from = slot == XmlCursor.None ? 0 : XmppDateTime.Read(req, slot);
        slot = req.Attribute(Word.To);
        long to = slot == XmlCursor.None ? long.MaxValue : XmppDateTime.Read(req, slot);
        if (from < 0 || to < 0)
            return Refuse(request, StanzaError.BadRequest, "no such time");

        asked.IsMomentary = from <= now && now <= to && WantsMomentary(req);
        LookForPast(req, from, to);
        int fields = 0;
        for (int i = 0; i < readOuts.Count; i++)
            asked.Selected[i] = false;
        int top = req.Node;
        for (bool more = req.MoveToFirstChild(); more; more = req.MoveToNext(top))
        {
            if (req.LocalName != Words[Dialect.Field])
                continue;
            int name = req.Attribute(Words[Dialect.Name]);
            int index = readOuts.Find(req, name);
            if (index < 0)
                return Refuse(request, StanzaError.ItemNotFound, "there is no field " + req.ToString(name));
            asked.Selected[index] = true;
            fields++;
        }

        for (int i = 0; i < readOuts.Count && fields == 0; i++)
            asked.Selected[i] = true;
        req.MoveTo(top);
        return StanzaError.None;
    }

    // Those of what is remembered (../History): whether that is asked for; and what takes its time is kept meanwhile.
    partial void LookForPast(XmlCursor req, long from, long to);

    partial void Keep(Stanza request, ref int error);

    /// <summary>Whether what is read now is asked for; it is when nothing else is.</summary>
    bool WantsMomentary(XmlCursor req)
    {
        if (IsTrue(req, Word.All) || IsTrue(req, Words[Dialect.Momentary]))
            return true;
        for (int kind = Dialect.Peak; kind <= Dialect.Historical; kind++)
            if (IsTrue(req, Words[kind]))
                return false;
        return true;
    }

    static bool IsTrue(XmlCursor req, int name)
    {
        int slot = req.Attribute(name);
        return req.Word(slot) == Word.True || (req.TryGetInteger(slot, out int number) && number == 1);
    }

    int Plan(Stanza request, XmlCursor req, int when)
    {
        long ahead = XmppDateTime.Read(req, when) - clock.UnixSeconds;
        if (ahead < 0 || ahead > LongestAhead)
            return Refuse(request, StanzaError.BadRequest, "at most a day ahead");
        ReadOut kept = asked.Kept(clock.Milliseconds + (ahead * 1000));
        kept.IsQueued = true;
        return Plan(request, kept);
    }

    int Plan(Stanza request, ReadOut kept)
    {
        return readOuts.Plan(kept)
            ? StanzaError.None
            : Refuse(request, StanzaError.ResourceConstraint, "too many read-outs are planned");
    }
}
