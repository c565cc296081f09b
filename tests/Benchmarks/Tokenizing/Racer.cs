using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>A tokenizer that has its turn in every round, and what came of it.</summary>
sealed class Racer(string name, long bytes, params string[] command) : IDisposable
{
    const double TurnNs = 30e6, WarmUpNs = 3.5e9;

    readonly Child process = new("ready", command);
    readonly List<double> speeds = [];
    int passes = 1;

    public string Name => name;

    /// <summary>Megabytes (10^6) a second, of each round.</summary>
    public IReadOnlyList<double> Speeds => speeds;

    /// <summary>The most that one of the passes of a round allocated on average, in bytes.</summary>
    public double Allocated { get; private set; }

    public double Median => Middle(speeds);

    /// <summary>Runs for 3.5 s: before, the JIT has not settled.</summary>
    public void WarmUp()
    {
        double left = WarmUpNs;
        while (left > 0)
        {
            double time = Time(out _);
            left -= time;
            passes = Math.Max(1, (int)(TurnNs * passes / time));
        }
    }

    /// <summary>Has its turn.</summary>
    /// <param name="processor">Where everybody has it in this round: one bit.</param>
    public void Turn(nint processor)
    {
        process.RunOn(processor);
        double time = Time(out double allocated);
        speeds.Add(bytes * 1000.0 * passes / time);
        Allocated = Math.Max(Allocated, allocated / passes);
    }

    /// <summary>How many times as fast as another, within a round: the median.</summary>
    public double RatioTo(Racer other) => Middle(speeds.Zip(other.speeds, (ours, theirs) => ours / theirs));

    public void Dispose() => process.Dispose();

    public static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    double Time(out double allocated)
    {
        string[] answer = process.Ask(passes.ToString(CultureInfo.InvariantCulture)).Split(' ');
        allocated = double.Parse(answer[1], CultureInfo.InvariantCulture);
        return double.Parse(answer[0], CultureInfo.InvariantCulture);
    }
}
