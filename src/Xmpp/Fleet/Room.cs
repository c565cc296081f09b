using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>One room in which the device is (XEP-0045): joined, looked after (XEP-0410), joined again, and left.</summary>
/// <remarks>
/// <code>
/// Out -> Asking -> Joining -> In -> Out ...   Barred: banned, and not joined again
/// </code>
/// A room that is not there is not made: who makes one by joining it would own it, and it would be open to everybody. Of its occupants
/// those alone are kept who have a role (<see cref="RoomOccupants"/>).
/// </remarks>
public sealed class Room : IStanzaHandler
{
    const int FirstMs = 5000;
    const int LongestMs = 3600000;

    // A large room tells of each who is in it before it tells that we are.
    const int JoinMs = 120000;

    // After so much silence it is asked whether we are still in it; once more after a minute; and three times at most.
    const int QuietMs = 600000;
    const int AgainMs = 60000;
    const int MostMisses = 3;

    const int MostNames = 9;

    readonly XmppSession session;
    readonly IClock clock;
    readonly ICrypto crypto;
    readonly ILog log;
    readonly Jid wanted;
    readonly string password;
    readonly RoomUser user = new RoomUser();
    readonly RoomInfo info;
    readonly SelfPing ping;
    readonly byte[] random = new byte[1];
    Jid occupant;
    RoomState state = RoomState.Out;
    long due;
    int backoff = FirstMs;
    int names;
    int misses;
    bool isOpen;

    /// <summary>Joins a room, when there is a session: <see cref="Begin"/>.</summary>
    /// <param name="session">Through which.</param>
    /// <param name="access">Who has which role.</param>
    /// <param name="clock">Of the platform.</param>
    /// <param name="crypto">For pauses that no two devices have alike.</param>
    /// <param name="log">Told of what becomes of it.</param>
    /// <param name="occupant">The room, with the name in it as the resource. Should another have it, a number is put behind it.</param>
    /// <param name="password">The room's; empty for none.</param>
    public Room(XmppSession session, IAccess access, IClock clock, ICrypto crypto, ILog log, Jid occupant, string password)
    {
        this.session = session;
        this.clock = clock;
        this.crypto = crypto;
        this.log = log;
        wanted = occupant;
        this.occupant = occupant;
        this.password = password;
        Occupants = new RoomOccupants(access, log);
        Address = Jid.Parse(occupant.Bytes, 0, occupant.BareLength)!;
        info = new RoomInfo(session, this);
        ping = new SelfPing(session, this);
    }

    /// <summary>Takes presence that is not the room's; null for nobody.</summary>
    public IStanzaHandler? Next;

    /// <summary>The room's own address.</summary>
    public readonly Jid Address;

    /// <summary>Those in it who have a role elsewhere.</summary>
    public readonly RoomOccupants Occupants;

    /// <summary>The room, with the name that we have in it now.</summary>
    public Jid Occupant => occupant;

    /// <summary>Whether we are in it, and can say something.</summary>
    public bool IsIn => state == RoomState.In && session.State == SessionState.Online;

    /// <summary>Whether a stanza comes from the room, or from somebody in it.</summary>
    public bool IsFromHere(Stanza stanza)
    {
        XmlCursor cursor = stanza.Cursor;
        return stanza.From != XmlCursor.None && Address.MatchesBare(cursor.Bytes, cursor.Start(stanza.From), cursor.Length(stanza.From));
    }

    /// <summary>A new session, which is in no room yet. One that is resumed is where it was.</summary>
    public void Begin()
    {
        Leave();
        names = 0;
        occupant = wanted;
        backoff = FirstMs;
    }

    /// <summary>Does what is due.</summary>
    /// <returns>Milliseconds until something will be due.</returns>
    public int RunDue()
    {
        if (session.State != SessionState.Online || state == RoomState.Barred)
            return int.MaxValue;
        long now = clock.Milliseconds;
        if (now >= due)
            Act(now);
        long left = due - now;
        return left <= 0 ? 0 : left > LongestMs ? LongestMs : (int)left;
    }

    /// <summary>Says goodbye.</summary>
    /// <param name="reason">Why, in one line.</param>
    public void SayGoodbye(string reason)
    {
        if (state != RoomState.In && state != RoomState.Joining)
            return;
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Presence);
        writer.Attribute(Word.Type, Word.Unavailable);
        writer.Attribute(Word.To, occupant.Bytes, 0, occupant.Bytes.Length);
        if (reason.Length > 0)
            writer.Element(Word.Status, reason);
        writer.End();
        session.SendStanza();
        Leave();
    }

    /// <summary>Begins a message to all who are in it; its body is written next, then two times <see cref="XmlWriter.End"/>.</summary>
    public XmlWriter BeginMessage()
    {
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Message);
        writer.Attribute(Word.Type, Word.Groupchat);
        writer.Attribute(Word.To, Address.Bytes, 0, Address.Bytes.Length);
        writer.Start(Word.Body);
        writer.CloseTag();
        return writer;
    }

    /// <summary>Presence.</summary>
    public void Receive(Stanza stanza)
    {
        if (!IsFromHere(stanza))
        {
            Next?.Receive(stanza);
            return;
        }

        if (state != RoomState.Joining && state != RoomState.In)
            return;
        Hear();
        if (stanza.Type == Word.Error)
        {
            if (state == RoomState.Joining)
                Refused(stanza);
            return;
        }

        XmlCursor cursor = stanza.Cursor;
        int name = cursor.Length(stanza.From) - Address.BareLength - 1;
        // The room itself is nobody in it.
        if (name < 1)
            return;
        user.Read(stanza);
        if (user.IsSelf || stanza.IsFrom(occupant))
            ReceiveOwn(stanza);
        else
            Occupants.Note(cursor, cursor.Start(stanza.From) + Address.BareLength + 1, name,
                stanza.Type == Word.Unavailable ? XmlCursor.None : user.Jid);
    }

    /// <summary>A message of the room itself: whether it still shows who is in it; that it does not take what we say.</summary>
    public void ReceiveNotice(Stanza message)
    {
        if (state != RoomState.In)
            return;
        Hear();
        if (message.Type != Word.Error)
        {
            user.Read(message);
            if (user.IsNowOpen || user.IsNowHidden)
                Occupants.AreKnown = user.IsNowOpen;
            return;
        }

        string text = StanzaFault.Of(message, out int condition);
        if (condition == Word.NotAcceptable)
            Lose("it says that we are not in it", false);
        else
            Say(LogLevel.Warning, "it refuses a message: " + text);
    }

    /// <summary>There is such a room.</summary>
    /// <param name="showsAll">Whether it shows everybody who is in it. To who is in it already, and joins again, it does not say so.</param>
    internal void IsThere(bool showsAll)
    {
        isOpen = showsAll;
        if (state == RoomState.Asking)
            Join();
    }

    /// <summary>There is none, or nobody says so.</summary>
    internal void IsNone(string why, bool needsPerson)
    {
        if (state == RoomState.Asking)
            Lose(why, needsPerson);
    }

    /// <summary>The room was asked whether we are in it (XEP-0410 §3).</summary>
    /// <param name="condition">That of the error; 0 for none.</param>
    internal void Pinged(int condition)
    {
        if (state != RoomState.In)
            return;
        switch (condition)
        {
            case 0:
            case Word.ServiceUnavailable:
            case Word.FeatureNotImplemented:
            case Word.ItemNotFound:
                Hear();
                backoff = FirstMs;
                break;
            default:
                Lose("it says that we are not in it", false);
                break;
        }
    }

    /// <summary>It has not answered.</summary>
    internal void PingIsLost()
    {
        if (state == RoomState.In && ++misses >= MostMisses)
            Lose("it does not answer", false);
    }

    void Act(long now)
    {
        switch (state)
        {
            case RoomState.Out:
                bool isAsked = info.Send();
                due = now + (isAsked ? LongestMs : 1000);
                if (isAsked)
                    state = RoomState.Asking;
                break;
            case RoomState.Joining:
                SayGoodbye("");
                Lose("it does not answer", false);
                break;
            case RoomState.In:
                due = now + AgainMs;
                ping.Send(occupant);
                break;
        }
    }

    /// <summary>XEP-0045 §7.2, without what was said before.</summary>
    void Join()
    {
        state = RoomState.Joining;
        due = clock.Milliseconds + JoinMs;
        Occupants.Clear();
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Presence);
        writer.Attribute(Word.To, occupant.Bytes, 0, occupant.Bytes.Length);
        writer.Start(Word.X, Ns.Room);
        writer.Start(Word.History);
        writer.AttributeNumber(Word.Maxstanzas, 0);
        writer.End();
        if (password.Length > 0)
            writer.Element(Word.Password, password);
        writer.End();
        writer.End();
        session.SendStanza();
    }

    void ReceiveOwn(Stanza presence)
    {
        if (presence.Type == Word.Unavailable)
        {
            // A name that was changed comes again under the new one.
            if (user.Reason != RoomUser.Renamed)
                Left();
            return;
        }

        if (user.IsCreated)
        {
            SayGoodbye("");
            Lose("there was no such room, and it was left again; make it first", true);
            return;
        }

        XmlCursor cursor = presence.Cursor;
        if (!presence.IsFrom(occupant))
        {
            Jid? other = Jid.Parse(cursor.Bytes, cursor.Start(presence.From), cursor.Length(presence.From));
            if (other != null && other.HasResource)
                occupant = other;
        }

        if (state != RoomState.Joining)
            return;
        state = RoomState.In;
        Hear();
        isOpen |= user.IsOpen;
        Occupants.AreKnown = isOpen;
        Say(LogLevel.Info, "joined as " + occupant.Resource
            + (isOpen ? "" : "; it does not show who is in it, so that nobody can read there"));
    }

    void Left()
    {
        switch (user.Reason)
        {
            case RoomUser.Banned:
                Bar();
                break;
            case RoomUser.NoMember:
            case RoomUser.MembersOnly:
                Lose("it is for members only now", true);
                break;
            case RoomUser.Kicked:
                Lose("kicked", false);
                break;
            default:
                Lose(user.IsDestroyed ? "it is no more" : "it has put us out", user.IsDestroyed);
                break;
        }
    }

    void Refused(Stanza error)
    {
        string text = StanzaFault.Of(error, out int condition);
        if (condition == Word.Forbidden)
        {
            Bar();
            return;
        }

        Jid? other = condition == Word.Conflict && ++names < MostNames ? Jid.Parse(wanted.ToString() + "-" + (names + 1).ToString()) : null;
        if (other != null)
        {
            occupant = other;
            Join();
            return;
        }

        names = 0;
        occupant = wanted;
        Lose(RoomRefusal.Of(condition, password.Length > 0) + " (" + text + ")", RoomRefusal.NeedsPerson(condition));
    }

    void Bar()
    {
        Leave();
        state = RoomState.Barred;
        Say(LogLevel.Error, "banned; it is not joined again before the device has restarted");
    }

    /// <summary>Out of it; tried again later.</summary>
    /// <param name="why">In words for a person.</param>
    /// <param name="needsPerson">Whether it is of no use to try before somebody has done something.</param>
    void Lose(string why, bool needsPerson)
    {
        Leave();
        int wait = needsPerson ? LongestMs : backoff;
        backoff = backoff > LongestMs / 2 ? LongestMs : backoff * 2;
        crypto.FillRandom(random, 0, 1);
        wait = (wait / 2) + (int)((long)(wait / 2) * random[0] / 255);
        due = clock.Milliseconds + wait;
        Say(LogLevel.Warning, why + "; next attempt in " + ((wait + 999) / 1000).ToString() + " s");
    }

    void Leave()
    {
        if (state != RoomState.Barred)
            state = RoomState.Out;
        Occupants.Clear();
        due = 0;
    }

    void Hear()
    {
        misses = 0;
        due = clock.Milliseconds + (state == RoomState.In ? QuietMs : JoinMs);
    }

    void Say(LogLevel level, string what) => log.Write(level, "room " + Address.ToString() + ": " + what);
}
