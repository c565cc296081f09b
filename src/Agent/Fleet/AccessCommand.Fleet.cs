using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Those who have a role by a group of the roster are shown, too; they are changed in the roster.</summary>
public sealed partial class AccessCommand
{
    partial void WriteOthers(XmlWriter answer)
    {
        GroupMembers? groups = changes.Access.Groups;
        for (int i = 0; groups != null && i < groups.Count; i++)
        {
            if (answer.Length > answer.Limit - Rest)
            {
                answer.Element(Word.Value, "and " + (groups.Count - i).ToString() + " more by group");
                break;
            }

            answer.Element(Word.Value, RoleName.Of(groups.RoleAt(i)) + " " + groups.At(i).ToString() + " (by group)");
        }
    }
}
