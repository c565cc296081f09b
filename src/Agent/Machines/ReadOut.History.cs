namespace Presentity.Agent;

/// <summary>What of the past a read-out is for, and how far it has come.</summary>
public sealed partial class ReadOut
{
    /// <summary>What <see cref="PastSlot"/> is at first.</summary>
    internal const long NotBegun = long.MinValue;

    /// <summary>The slots that begin at a multiple of so many seconds are told; 0 for none of the past.</summary>
    internal int PastEvery;

    /// <summary>Those that begin from here, in seconds since 1970, ...</summary>
    internal long PastFrom;

    /// <summary>... to here.</summary>
    internal long PastTo;

    /// <summary>The next slot to tell, and of it the next sensor; the newest are told first.</summary>
    internal long PastSlot = NotBegun;
    internal int PastSensor;

    partial void KeepPast(ReadOut kept)
    {
        kept.PastEvery = PastEvery;
        kept.PastFrom = PastFrom;
        kept.PastTo = PastTo;
    }
}
