using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>claim</c>: makes who knows the claim code the owner of a device that has none. There is no such command once it has one.</summary>
public sealed partial class Claim : Command, IClaim
{
    const int Tries = 3;

    // Twice as long each time, up to more than a week.
    const int LockMs = 600000;
    const int MostDoublings = 10;

    readonly byte[] code;
    readonly AccessChanges changes;
    readonly IClock clock;
    readonly ILog log;
    int wrong;
    int locks;
    long lockedUntil;

    /// <summary>With this code; empty for no claim.</summary>
    public Claim(string code, AccessChanges changes, IClock clock, ILog log)
        : base("claim", "Claim this device", Role.Nobody)
    {
        this.code = Encoding.UTF8.GetBytes(code);
        this.changes = changes;
        this.clock = clock;
        this.log = log;
        if (!IsOpen)
            return;
        Least = Role.None;
        log.Write(LogLevel.Info, "it has no owner yet; its claim code is " + code);
    }

    public bool IsOpen => code.Length > 0 && !changes.Access.HasOwner;

    byte[] IClaim.Node => Node;

    /// <summary>What came of the last try, for the one who tried.</summary>
    public string Outcome = "";

    public bool TryClaim(byte[] address, int start, int length, string given)
    {
        long left = lockedUntil - clock.Milliseconds;
        Jid? who = Jid.Parse(address, start, Jid.BareLengthOf(address, start, length));
        if (!IsOpen || who == null || !who.HasLocal)
            Outcome = "it has an owner";
        else if (left > 0)
            Outcome = "locked after wrong codes; try again in " + ((left + 59999) / 60000).ToString() + " min";
        else if (!IsCode(Encoding.UTF8.GetBytes(given)))
            Refuse(who);
        else
            return Accept(who);
        return false;
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
            return CommandStatus.Executing;
        XmlCursor form = request.Form;
        int from = request.Stanza.From;
        return TryClaim(form.Bytes, form.Start(from), form.Length(from), FormText.Of(form, "code"))
            ? request.Complete(Outcome) : request.Fail(Outcome);
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        if (request.HasForm)
            return;
        DataForm.Start(answer, Word.Form, "Claim this device");
        DataForm.Field(answer, Word.TextSingle, "code", "Claim code", "");
        answer.End();
    }

    /// <summary>In whichever case: who has a telephone types it as he can. Takes the same time whatever of it is right.</summary>
    bool IsCode(byte[] given)
    {
        int different = given.Length ^ code.Length;
        for (int i = 0; i < code.Length; i++)
            different |= (code[i] ^ (i < given.Length ? given[i] : 0)) & ~0x20;
        return different == 0;
    }

    void Refuse(Jid who)
    {
        Outcome = "wrong code";
        log.Write(LogLevel.Warning, who.ToString() + " tried to claim the device with a wrong code");
        if (++wrong < Tries)
            return;
        wrong = 0;
        lockedUntil = clock.Milliseconds + ((long)LockMs << locks);
        if (locks < MostDoublings)
            locks++;
    }

    bool Accept(Jid who)
    {
        changes.Set(who, Role.Owner);
        Least = Role.Nobody;
        Outcome = "you own this device now";
        log.Write(LogLevel.Info, who.ToString() + " has claimed the device");
        Record(who);
        return true;
    }

    // That of the log of commands (../Maintenance).
    partial void Record(Jid who);
}
