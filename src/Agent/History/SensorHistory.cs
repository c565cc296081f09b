using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>What the sensors have read in the last 24 h, slot by slot: a fixed ring, filled as they are sampled.</summary>
/// <remarks>
/// <para>Slots are counted from 0 at the start, by the clock that never steps, so they need no calendar. Once there is one, it says when
/// each of them was, also of those before it was known; when it is set anew, all of them move with it. Slots begin at round times of the
/// calendar: the one in which it is set becomes up to half a slot longer or shorter for that, and by no more are the earlier ones dated
/// wrongly.</para>
/// <para>A slot in which a sensor could not be read, or in which the device slept, has no value. Nothing outlives a restart.</para>
/// </remarks>
public sealed class SensorHistory
{
    const int DaySeconds = 86400;

    // The calendar tells whole seconds.
    const int ToleranceMs = 2000;

    readonly IClock clock;
    readonly SensorChannel[] sensors;
    readonly HistoryRing[] rings;
    readonly int slotMs;

    // From the clock's milliseconds to those by which slots begin.
    long offset;

    // When the slot in progress began, by the clock's milliseconds; and what its number by the calendar has more than its own.
    long began;
    long moved;

    /// <summary>Allocates all that will ever be kept.</summary>
    /// <param name="sensors">Whose readings.</param>
    /// <param name="slotSeconds">How long a slot is: a part of an hour.</param>
    /// <param name="clock">Of the platform.</param>
    public SensorHistory(SensorChannel[] sensors, int slotSeconds, IClock clock)
    {
        this.sensors = sensors;
        this.clock = clock;
        SlotSeconds = slotSeconds;
        slotMs = slotSeconds * 1000;
        Slots = DaySeconds / slotSeconds;
        rings = new HistoryRing[sensors.Length];
        for (int i = 0; i < rings.Length; i++)
            rings[i] = new HistoryRing(Slots);
        moved = clock.Milliseconds / slotMs;
        began = moved * slotMs;
    }

    /// <summary>How long a slot is, in seconds.</summary>
    public readonly int SlotSeconds;

    /// <summary>How many are kept.</summary>
    public readonly int Slots;

    /// <summary>For whoever looks at several slots: one at a time.</summary>
    internal readonly HistorySummary Summary = new HistorySummary();

    /// <summary>Whether it is known when the slots were.</summary>
    public bool IsDated;

    /// <summary>The slot in progress; those before it are over.</summary>
    public long Next;

    /// <summary>The oldest slot that is kept.</summary>
    public long First => Next > Slots ? Next - Slots : 0;

    /// <summary>Takes in what the sensors read now.</summary>
    internal void Record(long now)
    {
        SetDates(now);
        long slot = ((now + offset) / slotMs) - moved;
        if (slot > Next + Slots)
        {
            // Longer asleep than anything is kept.
            Close();
            Next = slot - Slots;
        }

        while (Next < slot)
        {
            Close();
            Next++;
            began = BeginOf(Next);
        }

        for (int i = 0; i < rings.Length; i++)
            rings[i].Add(sensors[i].Now);
    }

    /// <summary>When a slot began, in seconds since 1970; holds while <see cref="IsDated"/>.</summary>
    public long StartOf(long slot) => (slot + moved) * SlotSeconds;

    /// <summary>How long ago that was, in milliseconds.</summary>
    public long AgeOf(long slot) => clock.Milliseconds - BeginOf(slot);

    /// <summary>The first slot, of those that are kept or the one in progress, that begins at a moment or later.</summary>
    public long At(long unixSeconds)
    {
        long first = First;
        if (unixSeconds <= StartOf(first))
            return first;
        if (unixSeconds > StartOf(Next))
            return Next;
        return ((unixSeconds + SlotSeconds - 1) / SlotSeconds) - moved;
    }

    /// <summary>The slot behind the last of a step: steps begin at round times of the calendar.</summary>
    /// <param name="slot">In the step.</param>
    /// <param name="slotsOfStep">How many slots a step has.</param>
    public long StepEnd(long slot, int slotsOfStep) => ((((slot + moved) / slotsOfStep) + 1) * slotsOfStep) - moved;

    /// <summary>What a sensor read in a slot.</summary>
    /// <param name="sensor">By its place among the sensors.</param>
    /// <param name="slot">One that is kept.</param>
    /// <param name="reading">Gets the mean; of a boolean, the thousandths of the slot for which it was true.</param>
    /// <returns>False when there is no value.</returns>
    public bool TryGet(int sensor, long slot, Reading reading)
    {
        HistoryRing ring = rings[sensor];
        if (slot < First || slot >= Next || !ring.TryGet((int)(slot % Slots), out int value))
            return false;
        reading.SetNumber(value, ring.Decimals);
        return true;
    }

    /// <summary>Whether a sensor reads booleans, as far as it was read.</summary>
    public bool IsBoolean(int sensor) => rings[sensor].IsBoolean;

    void Close()
    {
        for (int i = 0; i < rings.Length; i++)
            rings[i].Close((int)(Next % Slots));
    }

    long BeginOf(long slot) => ((slot + moved) * slotMs) - offset;

    void SetDates(long now)
    {
        long unix = clock.UnixSeconds;
        if (unix < 0)
            return;
        long wanted = (unix * 1000) - now;
        long distance = wanted - offset;
        if (IsDated && distance > -ToleranceMs && distance < ToleranceMs)
            return;
        offset = wanted;
        moved = HistoryRing.Rounded(began + offset, slotMs) - Next;
        IsDated = true;
    }
}
