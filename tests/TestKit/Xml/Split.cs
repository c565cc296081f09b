using System;
using System.Collections.Generic;

namespace Presentity.TestKit;

/// <summary>A way to cut input into pieces, as the network does.</summary>
/// <param name="Name">For the message of a test that fails.</param>
/// <param name="End">Where the piece that begins at a place ends; it may be beyond the input.</param>
public sealed record Split(string Name, Func<int, int> End)
{
    /// <summary>All at once.</summary>
    public static Split Whole { get; } = new("whole", _ => int.MaxValue);

    /// <summary>Byte by byte.</summary>
    public static Split Bytes { get; } = Pieces(1);

    /// <summary>Pieces of one size.</summary>
    public static Split Pieces(int size) => new($"pieces of {size}", at => at + size);

    /// <summary>Two pieces.</summary>
    public static Split At(int cut) => new($"cut at {cut}", at => at < cut ? cut : int.MaxValue);

    /// <summary>Pieces of 1 to <paramref name="most"/> bytes.</summary>
    public static Split Random(Dice dice, int most) => new($"random pieces up to {most}", at => at + dice.Next(1, most));

    /// <summary>Whole, byte by byte, and cut in two at every byte.</summary>
    public static IEnumerable<Split> All(int length)
    {
        yield return Whole;
        yield return Bytes;
        for (int cut = 1; cut < length; cut++)
            yield return At(cut);
    }
}
