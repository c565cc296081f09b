using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Requests of ours that wait for an answer: matched by id and sender, expired by the clock, bounded in number.</summary>
public sealed partial class PendingIqs
{
    const int Capacity = 6;

    readonly int[] ids = new int[Capacity];
    readonly Jid?[] peers = new Jid?[Capacity];
    readonly long[] deadlines = new long[Capacity];
    readonly IIqReply?[] replies = new IIqReply?[Capacity];
    readonly Jid account;
    int last;

    /// <summary>Waits on behalf of this account.</summary>
    public PendingIqs(Jid account) => this.account = account;

    /// <summary>The time, in milliseconds, at which the next one expires; <see cref="long.MaxValue"/> while none waits.</summary>
    public long NextDeadline
    {
        get
        {
            long next = long.MaxValue;
            for (int i = 0; i < Capacity; i++)
                if (replies[i] != null && deadlines[i] < next)
                    next = deadlines[i];
            return next;
        }
    }

    /// <summary>Notes a request that is about to be sent.</summary>
    /// <param name="peer">To whom; null for our own account or server.</param>
    /// <param name="reply">Who waits.</param>
    /// <param name="deadline">When to give up, by the clock's milliseconds.</param>
    /// <returns>The id to send it with; 0 when too many wait already.</returns>
    public int Add(Jid? peer, IIqReply reply, long deadline)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (replies[i] != null)
                continue;
            ids[i] = ++last;
            peers[i] = peer;
            deadlines[i] = deadline;
            replies[i] = reply;
            return last;
        }

        return 0;
    }

    /// <summary>Gives an answer to who waits for it.</summary>
    /// <returns>False when nobody does: an unknown id, or the wrong sender.</returns>
    public bool Receive(Stanza answer)
    {
        if (!answer.AtTop().TryGetInteger(answer.Id, out int id))
            return false;
        for (int i = 0; i < Capacity; i++)
        {
            IIqReply? reply = replies[i];
            if (reply == null || ids[i] != id)
                continue;
            Jid? peer = peers[i];
            if (peer == null ? !answer.IsFromOwnServer(account) : !answer.IsFrom(peer))
                return false;
            // Once an answer has begun to come in parts, it is on its way, however long that takes.
            if (answer.IsPartial)
                deadlines[i] = long.MaxValue;
            else
                replies[i] = null;
            reply.Receive(answer);
            return true;
        }

        return false;
    }

    /// <summary>Gives up on those whose time is over.</summary>
    public void Expire(long now)
    {
        for (int i = 0; i < Capacity; i++)
        {
            IIqReply? reply = replies[i];
            if (reply == null || deadlines[i] > now)
                continue;
            replies[i] = null;
            reply.Abandoned();
        }
    }

    /// <summary>Gives up on all: the session has ended. Ids go on counting, so that a late answer meets no one.</summary>
    public void Clear() => Expire(long.MaxValue);
}
