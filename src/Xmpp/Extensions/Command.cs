using System.Text;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Something that an operator can run, by whatever plane (XEP-0050 is one).</summary>
public abstract class Command
{
    /// <summary>A command for those who have at least this role.</summary>
    /// <param name="node">Lower-case letters, digits and hyphens, unique.</param>
    /// <param name="name">For people.</param>
    /// <param name="least">The least role that may see and run it.</param>
    protected Command(string node, string name, Role least)
    {
        Node = Encoding.UTF8.GetBytes(node);
        Name = Encoding.UTF8.GetBytes(name);
        Least = least;
    }

    /// <summary>Its node in UTF-8; not to be written to.</summary>
    public readonly byte[] Node;

    /// <summary>Its name for people in UTF-8; not to be written to.</summary>
    public readonly byte[] Name;

    /// <summary>The least role that may see and run it, at present.</summary>
    public Role Least;

    /// <summary>Runs it. What came of it is in the request's result members, and written by <see cref="Write"/> right after.</summary>
    /// <param name="request">Who asks, with which form.</param>
    public abstract CommandStatus Run(CommandRequest request);

    /// <summary>Writes the form that belongs to what <see cref="Run"/> returned: to fill in, or with the result. Nothing is fine.</summary>
    public virtual void Write(CommandRequest request, XmlWriter answer)
    {
    }
}

/// <summary>What running a command came to.</summary>
public enum CommandStatus
{
    /// <summary>Done, or failed for good: the note says which (XEP-0050 §2.4.4).</summary>
    Completed,

    /// <summary>A form is to be filled in.</summary>
    Executing,

    /// <summary>The request is wrong: <see cref="CommandRequest.Error"/>. Nothing was changed.</summary>
    Refused,
}

/// <summary>One request to run a command, and what came of it. Reused.</summary>
public sealed partial class CommandRequest
{
    /// <summary>Whether a submitted form came with it.</summary>
    public bool HasForm;

    /// <summary>At the form when <see cref="HasForm"/>; a command may move it.</summary>
    public XmlCursor Form = null!;

    /// <summary>Whose request it is, with his role; holds during the call.</summary>
    public Stanza Stanza = null!;

    /// <summary>One line for people: what was done. Empty for none.</summary>
    public string Note = "";

    /// <summary><see cref="Word.Info"/>, <see cref="Word.Warn"/> or <see cref="Word.Error"/>.</summary>
    public int NoteType;

    /// <summary>The stanza error of a request that was refused.</summary>
    public int Error;

    /// <summary>What the person can do about it.</summary>
    public string ErrorText = "";

    /// <summary>Completes with a note.</summary>
    public CommandStatus Complete(string note)
    {
        Note = note;
        return CommandStatus.Completed;
    }

    /// <summary>Completes with a note that says what failed (XEP-0050 §2.4.4).</summary>
    public CommandStatus Fail(string note)
    {
        Note = note;
        NoteType = Word.Error;
        return CommandStatus.Completed;
    }

    /// <summary>Refuses the form that was sent (XEP-0050 §4.4).</summary>
    public CommandStatus RefusePayload(string text)
    {
        Error = StanzaError.With(StanzaError.BadRequest, Word.BadPayload);
        ErrorText = text;
        return CommandStatus.Refused;
    }

    internal void Begin(Stanza stanza, bool hasForm)
    {
        Form = stanza.Cursor;
        HasForm = hasForm;
        Stanza = stanza;
        Note = "";
        NoteType = Word.Info;
        Error = StanzaError.None;
        ErrorText = "";
    }
}
