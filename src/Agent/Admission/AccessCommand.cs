using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>access</c>: who may what, as a list, and a form that changes it: an account or a domain, and its role.</summary>
public sealed partial class AccessCommand : Command
{
    // For the last words of the form, and what is around it.
    const int Rest = 500;

    readonly AccessChanges changes;
    readonly ILog log;

    public AccessCommand(AccessChanges changes, ILog log)
        : base("access", "Access", Permission.ToGovern)
    {
        this.changes = changes;
        this.log = log;
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
            return CommandStatus.Executing;
        string name = FormText.Of(request.Form, "jid");
        if (name.Length == 0)
            return request.Complete("nothing changed");
        Jid? member = Jid.Parse(name);
        if (member == null || member.HasResource)
            return request.RefusePayload("jid: an account or a domain, not " + name);
        string wanted = FormText.Of(request.Form, "role");
        Role role = RoleName.Read(wanted);
        if (role == Role.Nobody)
            return request.RefusePayload("role: owner, operator, viewer or none, not " + wanted);
        string fault = changes.Set(member, role);
        if (fault.Length > 0)
            return request.Fail(fault);
        string done = member.ToString() + ": " + RoleName.Of(role);
        log.Write(LogLevel.Warning, "access was changed: " + done);
        return request.Complete(done);
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, request.HasForm ? Word.Result : Word.Form, "Access");
        if (!request.HasForm)
            answer.Element(Word.Instructions, "An account or a domain gets another role; none takes it off the list.");
        DataForm.StartField(answer, request.HasForm ? Word.TextMulti : Word.Fixed, "list", "On the list");
        for (int i = 0; i < changes.Access.Count; i++)
        {
            if (answer.Length > answer.Limit - Rest)
            {
                answer.Element(Word.Value, "and " + (changes.Access.Count - i).ToString() + " more");
                break;
            }

            answer.Element(Word.Value, RoleName.Of(changes.Access.RoleAt(i)) + " " + changes.Access.MemberAt(i).ToString());
        }

        WriteOthers(answer);
        answer.End();
        if (!request.HasForm)
            WriteQuestions(answer);
        answer.End();
    }

    // That of who has a role by a group of the roster (../Fleet).
    partial void WriteOthers(XmlWriter answer);

    static void WriteQuestions(XmlWriter answer)
    {
        DataForm.Field(answer, Word.JidSingle, "jid", "Account or domain", "");
        DataForm.StartField(answer, Word.ListSingle, "role", "Role");
        answer.Element(Word.Value, RoleName.Of(Role.Viewer));
        for (Role role = Role.None; role <= Role.Owner; role++)
        {
            answer.Start(Word.Option);
            answer.Element(Word.Value, RoleName.Of(role));
            answer.End();
        }

        answer.End();
    }
}
