using System.Text;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What has been changed of the access list since it was configured, over a restart: a line <c>owner you@example.org</c> for each
/// account or domain, the last word about it. The configuration's lists stay the basis.</summary>
public sealed class AccessChanges
{
    const string File = "access.state";

    const int Most = 32;

    readonly IStore? store;
    readonly ILog log;
    readonly Jid[] configured;
    string lines = "";

    /// <summary>Changes the list as it was changed before.</summary>
    /// <param name="access">As it is configured.</param>
    /// <param name="store">Where the changes are kept; null for nowhere.</param>
    /// <param name="log">Told of what cannot be read or kept.</param>
    public AccessChanges(AccessList access, IStore? store, ILog log)
    {
        Access = access;
        this.store = store;
        this.log = log;
        configured = new Jid[access.Count];
        for (int i = 0; i < configured.Length; i++)
            configured[i] = access.MemberAt(i);
        byte[]? contents = store?.Read(File);
        if (contents == null)
            return;
        string[] all = Encoding.UTF8.GetString(contents, 0, contents.Length).Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            int space = all[i].IndexOf(' ');
            if (space < 0)
                continue;
            Jid? member = Jid.Parse(all[i].Substring(space + 1));
            Role role = RoleName.Read(all[i].Substring(0, space));
            if (member == null || role == Role.Nobody)
                log.Write(LogLevel.Warning, File + ": nobody can be read from " + all[i]);
            else
                Note(member, role);
        }
    }

    /// <summary>The list as it is now.</summary>
    public readonly AccessList Access;

    /// <summary>Whether it has changed since somebody looked, who then sets this to false.</summary>
    public bool AreNew;

    /// <summary>Gives an account or a domain a role, or takes it off the list.</summary>
    /// <returns>Why not; empty when it is done.</returns>
    public string Set(Jid member, Role role)
    {
        bool isThere = false;
        bool hasOther = role == Role.Owner || Access.HasOtherOwners;
        for (int i = 0; i < Access.Count; i++)
        {
            bool same = Access.MemberAt(i).Matches(member.Bytes, 0, member.Bytes.Length);
            isThere |= same;
            hasOther |= !same && Access.RoleAt(i) == Role.Owner;
        }

        if (!isThere && role == Role.None)
            return member.ToString() + " is not on the list";
        if (Access.HasOwner && !hasOther)
            return "that is the last owner";
        if (lines.Split('\n').Length > Most && lines.IndexOf(" " + member.ToString() + "\n") < 0)
            return Most.ToString() + " changes are kept, and no more";
        Note(member, role);
        AreNew = true;
        byte[] contents = Encoding.UTF8.GetBytes(lines);
        if (store == null || !store.Write(File, contents, contents.Length))
            log.Write(LogLevel.Error, "who may what is forgotten at the next start: " + (store == null ? "there is no store" : store.Failure));
        return "";
    }

    void Note(Jid member, Role role)
    {
        Access.Set(member, role);
        string name = member.ToString();
        string[] all = lines.Split('\n');
        lines = "";
        for (int i = 0; i < all.Length; i++)
            if (all[i].Length > 0 && all[i].Substring(all[i].IndexOf(' ') + 1) != name)
                lines += all[i] + "\n";
        // That somebody is gone is worth a line only if he would be there without it.
        bool isWorthIt = role != Role.None;
        for (int i = 0; i < configured.Length; i++)
            isWorthIt |= configured[i].Matches(member.Bytes, 0, member.Bytes.Length);
        if (isWorthIt)
            lines += RoleName.Of(role) + " " + name + "\n";
    }
}
