namespace Presentity.Xmpp;

/// <summary>Requests that outlive the connection.</summary>
public sealed partial class PendingIqs
{
    /// <summary>The id that was given last; the next ones are greater.</summary>
    internal int LastId
    {
        get => last;
        set => last = value;
    }

    /// <summary>Gives all of them until then: the stream goes on after a cut (XEP-0198 §5), and their time with it.</summary>
    internal void Extend(long deadline)
    {
        for (int i = 0; i < Capacity; i++)
            deadlines[i] = deadline;
    }
}
