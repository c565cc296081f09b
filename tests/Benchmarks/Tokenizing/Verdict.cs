using System;
using System.Collections.Generic;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>Which targets were reached.</summary>
sealed class Verdict
{
    readonly List<string> missed = [];
    int reached;

    /// <summary>Takes a figure down, and gives it and its target as two cells of a table.</summary>
    public string Judge(string what, double figure, double? target)
    {
        if (figure >= target)
            reached++;
        else if (target != null)
            missed.Add($"{what}: {figure:0.00}, to be {target:0.0#}");
        return $"{figure:0.00} | {target:0.0#}{(figure < target ? " missed" : "")}";
    }

    /// <summary>Takes down that something could not be measured.</summary>
    public void Miss(string what) => missed.Add(what);

    public void Write()
    {
        Console.WriteLine($"{reached} of {reached + missed.Count} targets reached{(missed.Count == 0 ? "." : "; missed:")}");
        foreach (string line in missed)
            Console.WriteLine($"- {line}");
    }
}
