using System;
using System.Linq;
using Presentity.TestKit;

namespace Presentity.Fuzz;

/// <summary>Something to fuzz: what is done with one input.</summary>
/// <param name="Name">Of the target, and of its folder in the corpus.</param>
/// <param name="Check">Throws when anything is wrong with what becomes of the input.</param>
public sealed record Target(string Name, Action<byte[]> Check)
{
    /// <summary>All there are.</summary>
    public static Target[] All { get; } = [new("tokenizer", TokenizerTarget.Check), new("session", SessionTarget.Check)];

    /// <summary>The one of this name; null when there is none.</summary>
    public static Target? Find(string name) => All.FirstOrDefault(target => target.Name == name);

    /// <summary>Chance that is the same whenever the input is.</summary>
    internal static int Seed(byte[] input) => input.Aggregate(input.Length, (seed, b) => unchecked((seed * 31) + b));

    /// <summary>Fails unless two ways to the same came to the same.</summary>
    internal static void AssertSame(string expected, string actual, string how)
    {
        if (actual != expected)
            throw new Disagreement($"{how}\n--- expected\n{expected}\n--- actual\n{actual}");
    }
}
