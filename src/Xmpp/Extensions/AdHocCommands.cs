using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Ad-Hoc Commands (XEP-0050): lists the commands to those who may run them, and runs them.</summary>
/// <remarks>
/// <code>
/// &lt;command xmlns='http://jabber.org/protocol/commands' node='pump-on' action='execute'/>
/// &lt;command xmlns='...' node='pump-on' sessionid='4711' status='completed'>&lt;note type='info'>pump is on&lt;/note>&lt;/command>
/// </code>
/// A command is one stage, or a form and one stage; of those with more, ../Maintenance knows. A form may come with the first request
/// already: one round trip for scripts. All of a command has one session, whose id is that of its first answer.
/// </remarks>
public sealed partial class AdHocCommands : IqHandler
{
    static readonly byte[] ListName = Encoding.UTF8.GetBytes("Commands");

    readonly Command[] commands;
    readonly ILog log;
    readonly LastActivity activity;
    readonly CommandSessions sessions;
    readonly CommandRequest run = new CommandRequest();
    byte[] own = new byte[0];

    /// <summary>Offers these commands, in their order.</summary>
    public AdHocCommands(Command[] commands, IClock clock, ICrypto crypto, ILog log, LastActivity activity)
        : base(Ns.Commands, Word.Command, Ns.Commands)
    {
        this.commands = commands;
        this.log = log;
        this.activity = activity;
        sessions = new CommandSessions(clock, crypto);
    }

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (!request.IsSet)
            return StanzaError.NotAllowed;
        XmlCursor command = request.AtPayload();
        int found = Find(command, command.Attribute(Word.Node));
        if (found < 0)
            return StanzaError.ItemNotFound;
        if (!Permission.Allows(request.Role, commands[found].Least))
        {
            log.Write(LogLevel.Warning, request.FromText() + " may not run " + Text(commands[found].Node));
            return StanzaError.Forbidden;
        }

        int session = command.Attribute(Word.Sessionid);
        int attribute = command.Attribute(Word.Action);
        int action = attribute == XmlCursor.None ? Word.Execute : command.Word(attribute);
        int error = CheckAction(action, session != XmlCursor.None);
        int id = 0;
        bool isNumber = command.TryGetInteger(session, out id);
        CheckStage(request, found, action, id, ref error);
        if (error == StanzaError.None && session != XmlCursor.None)
            error = isNumber ? sessions.Close(request, id, found) : StanzaError.With(StanzaError.BadRequest, Word.BadSessionid);
        if (error != StanzaError.None)
            return error;
        if (action != Word.Cancel)
            return Run(request, found, id, action, answer);
        Start(found, Word.Canceled, id, answer);
        answer.End();
        return StanzaError.None;
    }

    int Run(Stanza request, int index, int session, int action, XmlWriter answer)
    {
        XmlCursor cursor = request.AtPayload();
        bool submitted = cursor.MoveToChild(Ns.Forms, Word.X) && cursor.AttributeWord(Word.Type) == Word.Submit;
        if (session != 0 && !submitted && action != Word.Prev)
            return Refuse(request, index, session, StanzaError.With(StanzaError.BadRequest, Word.BadPayload), "the form is missing");

        Command command = commands[index];
        run.Begin(request, submitted);
        CommandStatus status = command.Run(run);
        if (status == CommandStatus.Refused)
            return Refuse(request, index, session, run.Error, run.ErrorText);

        bool completed = status == CommandStatus.Completed;
        if (session == 0)
            session = sessions.NewId();
        Start(index, completed ? Word.Completed : Word.Executing, session, answer);
        if (!completed)
        {
            bool hasActions = false;
            WriteActions(command, answer, ref hasActions);
            if (!hasActions)
            {
                answer.Start(Word.Actions);
                answer.Attribute(Word.Execute, Word.Complete);
                answer.Start(Word.Complete);
                answer.End();
                answer.End();
            }
        }

        // What is for the one who asked alone, Write adds.
        string done = run.Note;
        command.Write(run, answer);
        if (!completed)
            KeepStage(sessions.Open(request, index, session));
        if (run.Note.Length > 0)
        {
            answer.Start(Word.Note);
            answer.Attribute(Word.Type, run.NoteType);
            answer.Text(run.Note);
            answer.End();
        }

        answer.End();
        if (completed)
        {
            activity.Note();
            log.Write(run.NoteType == Word.Error ? LogLevel.Warning : LogLevel.Info,
                request.FromText() + " ran " + Text(command.Node) + (done.Length > 0 ? ": " + done : ""));
            Record(request, command);
        }

        return StanzaError.None;
    }

    /// <summary>What is wrong ends no session (XEP-0050 §3.3): the form can be sent again.</summary>
    int Refuse(Stanza request, int index, int session, int error, string text)
    {
        request.ErrorText = text;
        if (session != 0)
            KeepStage(sessions.Open(request, index, session));
        return error;
    }

    /// <summary>Lists what a role may run, into a disco#items query (XEP-0050 §2.2).</summary>
    internal void List(Role role, XmlWriter answer)
    {
        for (int i = 0; i < commands.Length; i++)
        {
            if (!Permission.Allows(role, commands[i].Least))
                continue;
            answer.Start(Word.Item);
            answer.Attribute(Word.Jid, own, 0, own.Length);
            answer.Attribute(Word.Node, commands[i].Node, 0, commands[i].Node.Length);
            answer.Attribute(Word.Name, commands[i].Name, 0, commands[i].Name.Length);
            answer.End();
        }
    }

    /// <summary>Says under which address the commands are: ours, once it is bound.</summary>
    public void ListAs(Jid full) => own = full.Bytes;

    /// <summary>Whether a node is a command that the sender may run.</summary>
    internal bool Knows(Stanza request, int node)
    {
        int found = Find(request.AtPayload(), node);
        return found >= 0 && Permission.Allows(request.Role, commands[found].Least);
    }

    /// <summary>Answers disco#info about a node of ours (XEP-0050 §2.3).</summary>
    internal int Describe(Stanza request, int node, XmlWriter answer)
    {
        XmlCursor query = request.AtPayload();
        bool isList = query.Word(node) == Ns.Commands;
        if (!isList && !Knows(request, node))
            return StanzaError.ItemNotFound;
        answer.Start(Word.Query, Ns.DiscoInfo);
        answer.Attribute(Word.Node, query.Bytes, query.Start(node), query.Length(node));
        DiscoInfo.Identity(answer, Word.Automation, isList ? Word.CommandList : Word.CommandNode,
            isList ? ListName : commands[Find(query, node)].Name);
        DiscoInfo.WriteFeature(answer, Ns.Commands);
        if (!isList)
            DiscoInfo.WriteFeature(answer, Ns.Forms);
        answer.End();
        return StanzaError.None;
    }

    static int CheckAction(int action, bool inSession)
    {
        switch (action)
        {
            case Word.Execute:
                return StanzaError.None;
            case Word.Complete:
            case Word.Cancel:
                return inSession ? StanzaError.None : StanzaError.With(StanzaError.BadRequest, Word.BadSessionid);
            case Word.Next:
            case Word.Prev:
                return StanzaError.With(StanzaError.BadRequest, Word.BadAction);
            default:
                return StanzaError.With(StanzaError.BadRequest, Word.MalformedAction);
        }
    }

    void Start(int index, int status, int session, XmlWriter answer)
    {
        answer.Start(Word.Command, Ns.Commands);
        answer.Attribute(Word.Node, commands[index].Node, 0, commands[index].Node.Length);
        answer.AttributeNumber(Word.Sessionid, session);
        answer.Attribute(Word.Status, status);
    }

    // Those of commands with several stages, and of the log of commands (../Maintenance).
    partial void CheckStage(Stanza request, int index, int action, int session, ref int error);

    partial void WriteActions(Command command, XmlWriter answer, ref bool isWritten);

    partial void KeepStage(int slot);

    partial void Record(Stanza request, Command command);

    int Find(XmlCursor cursor, int node)
    {
        for (int i = 0; i < commands.Length; i++)
            if (cursor.ValueEquals(node, commands[i].Node, 0, commands[i].Node.Length))
                return i;
        return -1;
    }

    static string Text(byte[] node) => Encoding.UTF8.GetString(node, 0, node.Length);
}
