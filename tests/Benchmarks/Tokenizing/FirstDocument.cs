using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Presentity.TestKit;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>The first document of a fresh process, beside what the same process does when it has settled.</summary>
static class FirstDocument
{
    const int Processes = 31, SettlingPasses = 60, SettledPasses = 40;

    /// <summary>Measures one of our tokenizers as native code, and writes a row of a table.</summary>
    /// <param name="program">The native program.</param>
    /// <param name="name">Which tokenizer.</param>
    /// <param name="file">The stream.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="verdict">Where the figure is taken down.</param>
    public static void Measure(string program, string name, string file, StreamKind kind, Verdict verdict)
    {
        long bytes = new FileInfo(file).Length;
        List<double> first = [], settled = [];
        for (int i = 0; i < Processes; i++)
        {
            // From its start to its end on one processor: one may be slower than the other, and what has moved finds its caches cold.
            string processor = (i % Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture);
            using var process = new Child("ready", "taskset", "--cpu-list", processor, program, "pass", name, file, "4096");
            // So that it is not the first line on the console that is measured, nor what allocates for it.
            process.Ask("0");
            first.Add(Speed(process, 1));
            Speed(process, SettlingPasses);
            settled.Add(Speed(process, SettledPasses));
        }

        double ratio = Racer.Middle(first.Zip(settled, (one, other) => one / other));
        string stream = kind.ToString().ToLowerInvariant();
        Console.WriteLine($"| {stream} | {name} | {Racer.Middle(first):N0} | {Racer.Middle(settled):N0} | "
            + $"{verdict.Judge($"{name}, {stream}, the first document of a native process", ratio, Targets.First)} |");

        double Speed(Child process, int passes)
        {
            string answer = process.Ask(passes.ToString(CultureInfo.InvariantCulture));
            return bytes * 1000.0 * passes / double.Parse(answer.Split(' ')[0], CultureInfo.InvariantCulture);
        }
    }
}
