using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>The stanza on the tape: what routing needs of it. Reused for every stanza.</summary>
public sealed class Stanza
{
    // On the chip a literal is made anew each time that it is used.
    static readonly string NoText = "";

    int top;
    int payload;

    /// <summary>Reads from the tape through this cursor.</summary>
    public Stanza(XmlCursor cursor) => Cursor = cursor;

    /// <summary>For walking in the stanza; stands where the last call here left it.</summary>
    public readonly XmlCursor Cursor;

    /// <summary><see cref="Word.Iq"/>, <see cref="Word.Message"/> or <see cref="Word.Presence"/>; 0 for what is no stanza.</summary>
    public int Kind;

    /// <summary>The word of the type; 0 when there is none, or none that is known.</summary>
    public int Type;

    /// <summary>Whether there is a type at all.</summary>
    public bool HasType;

    /// <summary>The slot of the id.</summary>
    public int Id;

    /// <summary>The slot of the sender, as the server stamped it.</summary>
    public int From;

    /// <summary>What the sender may do. <see cref="StanzaRouter"/> sets it.</summary>
    public Role Role;

    /// <summary>For people: why a handler refused. Empty for no more than the condition says.</summary>
    public string ErrorText = NoText;

    /// <summary>How many child elements there are.</summary>
    public int Children;

    /// <summary>Expanded name of the first child element; 0 when there is none.</summary>
    public int Payload;

    /// <summary>Namespace of the first child element.</summary>
    public int PayloadNamespace => Payload >> 16;

    /// <summary>Whether an IQ asks for a change; otherwise it asks for information.</summary>
    public bool IsSet => Type == Word.Set;

    /// <summary>Whether more parts of this stanza follow: it is larger than the tape.</summary>
    public bool IsPartial;

    /// <summary>Whether this is a later part of a stanza.</summary>
    public bool IsContinued => Cursor.Tape.IsContinued;

    /// <summary>Whether all of the stanza is here.</summary>
    public bool IsWhole => !IsPartial && !Cursor.Tape.IsContinued && !Cursor.Tape.IsTruncated;

    /// <summary>Looks at what was handed over.</summary>
    public void Read(bool isPartial)
    {
        IsPartial = isPartial;
        Role = Role.None;
        ErrorText = NoText;
        Cursor.MoveToTop();
        top = Cursor.Node;
        bool known = Cursor.Namespace == Ns.Client;
        Kind = known && (Cursor.LocalName == Word.Iq || Cursor.LocalName == Word.Message || Cursor.LocalName == Word.Presence)
            ? Cursor.LocalName
            : 0;
        int type = Cursor.Attribute(Word.Type);
        HasType = type != XmlCursor.None;
        Type = Cursor.Word(type);
        Id = Cursor.Attribute(Word.Id);
        From = Cursor.Attribute(Word.From);
        Children = Cursor.CountChildren();
        Payload = 0;
        payload = top;
        if (!Cursor.MoveToFirstChild())
            return;
        payload = Cursor.Node;
        Payload = Cursor.ExpandedName;
        Cursor.MoveTo(top);
    }

    /// <summary>Puts the cursor on the stanza.</summary>
    public XmlCursor AtTop()
    {
        Cursor.MoveTo(top);
        return Cursor;
    }

    /// <summary>Puts the cursor on the first child element; there is one where <see cref="Children"/> is not 0.</summary>
    public XmlCursor AtPayload()
    {
        Cursor.MoveTo(payload);
        return Cursor;
    }

    /// <summary>Whether the sender is this address, resource included.</summary>
    public bool IsFrom(Jid jid) => jid.Matches(Cursor.Bytes, Cursor.Start(From), Cursor.Length(From));

    /// <summary>Whether the sender is our own account: none stamped, or our bare address (RFC 6121 §2.1.6).</summary>
    public bool IsFromOwnAccount(Jid account)
    {
        if (From == XmlCursor.None)
            return true;
        int length = Cursor.Length(From);
        return length == account.BareLength && account.MatchesBare(Cursor.Bytes, Cursor.Start(From), length);
    }

    /// <summary>Whether the sender is our own account or our server (RFC 6120 §8.1.2.1).</summary>
    public bool IsFromOwnServer(Jid account) =>
        IsFromOwnAccount(account) || account.MatchesDomain(Cursor.Bytes, Cursor.Start(From), Cursor.Length(From));

    /// <summary>The sender as a string, for the log.</summary>
    public string FromText() => From == XmlCursor.None ? "the server" : Cursor.ToString(From);
}
