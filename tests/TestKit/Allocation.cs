using System;

namespace Presentity.TestKit;

/// <summary>The bytes that a thread allocates.</summary>
public static class Allocation
{
    const int Rounds = 3;

    /// <summary>The fewest bytes that this thread allocates in a round, of three.</summary>
    /// <remarks>What our code allocates each time shows in every round. What the runtime allocates in this thread for its own
    /// ends, such as the thread that compiles better what has run often, shows in one.</remarks>
    public static long Least(Action round) => Least(static () => { }, round);

    /// <summary>The same, with what is done before each round and not counted.</summary>
    public static long Least(Action prepare, Action round)
    {
        long least = long.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            prepare();
            long before = GC.GetAllocatedBytesForCurrentThread();
            round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
