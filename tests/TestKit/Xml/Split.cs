namespace Presentity.TestKit;

/// <summary>A way to cut input into pieces, as the network does.</summary>
public sealed class Split
{
    readonly int cut;
    readonly int size;
    readonly Dice? dice;

    Split(string name, int cut, int size, Dice? dice = null)
    {
        Name = name;
        this.cut = cut;
        this.size = size;
        this.dice = dice;
    }

    /// <summary>All at once.</summary>
    public static Split Whole { get; } = new Split("whole", 0, int.MaxValue);

    /// <summary>Byte by byte.</summary>
    public static Split Bytes { get; } = Pieces(1);

    /// <summary>For the message of a test that fails.</summary>
    public string Name { get; }

    /// <summary>Pieces of one size.</summary>
    public static Split Pieces(int size) => new Split("pieces of " + size, 0, size);

    /// <summary>Two pieces.</summary>
    public static Split At(int cut) => new Split("cut at " + cut, cut, int.MaxValue);

    /// <summary>Pieces of 1 to <paramref name="most"/> bytes.</summary>
    public static Split Random(Dice dice, int most) => new Split("random pieces up to " + most, 0, most, dice);

    /// <summary>Whole, byte by byte, and cut in two at every byte.</summary>
    public static Split[] All(int length)
    {
        Split[] all = new Split[length < 2 ? 2 : length + 1];
        all[0] = Whole;
        all[1] = Bytes;
        for (int at = 1; at < length; at++)
            all[at + 1] = At(at);
        return all;
    }

    /// <summary>Where the piece that begins at a place ends; it may be beyond the input.</summary>
    public int End(int at)
    {
        if (at < cut)
            return cut;
        if (dice != null)
            return at + dice.Next(1, size);
        return size == int.MaxValue ? int.MaxValue : at + size;
    }
}
