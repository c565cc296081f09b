namespace Presentity.Xmpp;

/// <summary>Where in a command of several stages a session is.</summary>
sealed partial class CommandSessions
{
    /// <summary>The stage whose form was handed out, from 1, by the place of the session.</summary>
    internal readonly int[] Stages = new int[Capacity];

    /// <summary>What the command keeps from stage to stage, by the place of the session.</summary>
    internal readonly int[] Chosen = new int[Capacity];

    /// <summary>The place of the sender's session of a command.</summary>
    /// <returns>Below 0 when there is none.</returns>
    internal int Find(Stanza request, int id, int command)
    {
        for (int i = 0; i < Capacity; i++)
        {
            Jid? owner = owners[i];
            if (ids[i] == id && commands[i] == command && owner != null && request.IsFrom(owner))
                return i;
        }

        return -1;
    }
}
