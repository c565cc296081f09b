using System;

namespace Presentity.Platform;

/// <summary>The hosts that are left to try, and which is next (RFC 2782, "The weight field"). The records of both services are mixed,
/// as if they were one (XEP-0368 §3).</summary>
/// <param name="random">Source of chance.</param>
public sealed class ServerTargets(Random random)
{
    /// <summary>The most that are kept; of more, those of the highest priority numbers are left out.</summary>
    public const int Most = 32;

    // By priority, then by weight: a weight of 0 is then drawn only when the die shows 0.
    readonly ServerTarget[] rest = new ServerTarget[Most];

    /// <summary>How many are left.</summary>
    public int Count;

    public void Add(ServerTarget target)
    {
        if (Count == Most)
        {
            if (!IsBefore(target, rest[Most - 1]))
                return;
            Count--;
        }

        int at = Count++;
        for (; at > 0 && IsBefore(target, rest[at - 1]); at--)
            rest[at] = rest[at - 1];
        rest[at] = target;
    }

    /// <summary>Takes the next one: lowest priority first; among equals at random, in proportion to weight, so that load spreads.</summary>
    /// <returns>Null when none is left.</returns>
    public ServerTarget? Next()
    {
        if (Count == 0)
            return null;
        int sum = 0;
        for (int i = 0; i < Count && rest[i].Priority == rest[0].Priority; i++)
            sum += rest[i].Weight;
        int die = random.Next(sum + 1);
        int drawn = 0;
        while (die > rest[drawn].Weight)
            die -= rest[drawn++].Weight;
        ServerTarget next = rest[drawn];
        Count--;
        Array.Copy(rest, drawn + 1, rest, drawn, Count - drawn);
        return next;
    }

    static bool IsBefore(ServerTarget one, ServerTarget other) =>
        one.Priority < other.Priority || (one.Priority == other.Priority && one.Weight < other.Weight);
}
