using System;
using System.Collections.Generic;
using System.Linq;

namespace Presentity.House.Tests;

/// <summary>Rules that a source file is checked for by its text.</summary>
internal static class SourceRules
{
    public const int MostLines = 400;

    private static readonly string[] PortableFloors =
        ["src/Platform/", "src/Xml/", "src/Xmpp/", "src/Agent/", "src/Nano/", "src/Drivers/", "src/Firmware/", "boards/"];

    private static readonly string[] NotOnTheChip = ["System.Collections.Generic", "System.Linq", "System.Threading.Tasks"];

    /// <summary>What a file does against the rules, in words; empty when it keeps them.</summary>
    /// <param name="path">From the root, with slashes.</param>
    /// <param name="text">The file.</param>
    public static IEnumerable<string> Check(string path, string text)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        if (lines.Length > MostLines)
            yield return $"{path}: {lines.Length} lines, and {MostLines} are the most";

        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (IsConditional(line))
                yield return $"{path}({i + 1}): {line}: what differs by platform is a plug or a file";
            if (IsBeyondPlatform(path, line))
                yield return $"{path}({i + 1}): {line}: it knows Platform alone";
            if (IsPortable(path) && NotOnTheChip.Any(space => line.EndsWith($" {space};", StringComparison.Ordinal)))
                yield return $"{path}({i + 1}): {line} is not on the chip";
        }
    }

    // They have no project of their own whose references could be checked.
    private static bool IsBeyondPlatform(string path, string line) =>
        (path.StartsWith("src/Nano/", StringComparison.Ordinal) || path.StartsWith("src/Drivers/", StringComparison.Ordinal))
        && line.StartsWith("using Presentity.", StringComparison.Ordinal)
        && line != "using Presentity.Platform;";

    private static bool IsConditional(string line) =>
        line.StartsWith('#') && line[1..].TrimStart() is string word
        && (word.StartsWith("if", StringComparison.Ordinal) || word.StartsWith("elif", StringComparison.Ordinal));

    private static bool IsPortable(string path) =>
        !path.EndsWith(".Desktop.cs", StringComparison.Ordinal)
        && PortableFloors.Any(floor => path.StartsWith(floor, StringComparison.Ordinal));
}
