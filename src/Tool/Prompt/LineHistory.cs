using System.Collections.Generic;

namespace Presentity.Tool.Prompt;

/// <summary>The lines typed before, for the arrow keys.</summary>
sealed class LineHistory
{
    readonly List<string> lines = [];
    int place;

    internal void Add(string line)
    {
        if (line.Length > 0 && (lines.Count == 0 || lines[^1] != line))
            lines.Add(line);
        place = lines.Count;
    }

    internal string Earlier() => lines.Count == 0 ? "" : lines[place = place > 0 ? place - 1 : 0];

    internal string Later() => place + 1 < lines.Count ? lines[++place] : Behind();

    string Behind()
    {
        place = lines.Count;
        return "";
    }
}
