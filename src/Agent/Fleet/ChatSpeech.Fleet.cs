namespace Presentity.Agent;

/// <summary><c>who</c>: those who have a role by a group of the roster, too.</summary>
public sealed partial class ChatSpeech
{
    // More than a person reads, and than fits.
    const int MostShown = 12;

    partial void TellOthers(ref string who)
    {
        GroupMembers? groups = access.Groups;
        for (int i = 0; groups != null && i < groups.Count; i++)
        {
            if (i == MostShown)
            {
                who += "and " + (groups.Count - i).ToString() + " more by group\n";
                break;
            }

            who += RoleName.Of(groups.RoleAt(i)).PadRight(10) + groups.At(i).ToString() + " (by group)\n";
        }
    }
}
