namespace Presentity.Agent;

/// <summary>How much of the history is one line of a table: as many slots as make it short enough.</summary>
static class HistoryStep
{
    // A day is a multiple of each. From an hour on each is a multiple of every slot.
    static readonly int[] Seconds =
    {
        60, 120, 180, 240, 300, 360, 600, 720, 900, 1200, 1800, 3600, 7200, 10800, 14400, 21600, 28800, 43200, 86400,
    };

    /// <summary>The next coarser step.</summary>
    /// <param name="history">Whose slots.</param>
    /// <param name="slots">The slots of a step; 0 for the finest.</param>
    /// <returns>0 behind the coarsest.</returns>
    internal static int Coarser(SensorHistory history, int slots)
    {
        for (int i = 0; i < Seconds.Length; i++)
            if (Seconds[i] > slots * history.SlotSeconds && Seconds[i] % history.SlotSeconds == 0)
                return Seconds[i] / history.SlotSeconds;
        return 0;
    }

    /// <summary>The finest step with at most so many lines, or the coarsest that there is.</summary>
    internal static int For(SensorHistory history, long first, long end, int most)
    {
        int slots = Coarser(history, 0);
        for (int next = slots; next != 0 && Lines(history, first, end, slots) > most; next = Coarser(history, slots))
            slots = next;
        return slots;
    }

    static int Lines(SensorHistory history, long first, long end, int slots)
    {
        int lines = 0;
        for (long slot = first; slot < end; slot = history.StepEnd(slot, slots))
            lines++;
        return lines;
    }
}
