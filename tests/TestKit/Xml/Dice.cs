namespace Presentity.TestKit;

/// <summary>Random numbers from a seed, the same on every machine and every runtime: xorshift64*.</summary>
public sealed class Dice
{
    ulong state;

    /// <summary>Begins a sequence; every seed has its own.</summary>
    public Dice(int seed)
    {
        state = ((ulong)(uint)seed + 1) * 0x9E3779B97F4A7C15;
        Roll();
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Next(int bound) => (int)(Roll() % (ulong)bound);

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Next(int least, int most) => least + Next(most - least + 1);

    /// <summary>One of these.</summary>
    public string Pick(string[] choices) => choices[Next(choices.Length)];

    /// <summary>True this often in a hundred.</summary>
    public bool Percent(int percent) => Next(100) < percent;

    ulong Roll()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (state * 0x2545F4914F6CDD1D) >> 33;
    }
}
