using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Presentity.Generator;

/// <summary>Bytes for a program, in arrays of about 2 KB: the chip makes one of them at a time, and a type may not have many.</summary>
sealed class Chunks
{
    const int Enough = 2048;

    // An assembly's constant bytes and its signatures together are at most 65,535 once it is converted.
    const int Most = 56_000;

    readonly List<List<byte>> all = [[]];

    /// <summary>Adds bytes that stay together.</summary>
    /// <returns>The array that they are in, and their place in it.</returns>
    public (int Chunk, int Start) Add(byte[] bytes)
    {
        if (all[^1].Count > 0 && all[^1].Count + bytes.Length > Enough)
            all.Add([]);
        all[^1].AddRange(bytes);
        return (all.Count - 1, all[^1].Count - bytes.Length);
    }

    /// <summary>Writes a class that makes the arrays.</summary>
    /// <exception cref="FormatException">It is more than a program can have.</exception>
    public void Write(string space, string name, string folder)
    {
        int bytes = all.Sum(chunk => chunk.Count);
        if (bytes > Most)
            throw new FormatException($"{bytes} bytes of test data, and {Most} are the most for a program: make two of it");

        var text = new StringBuilder($"namespace {space};\n\nstatic class {name}\n{{\n    internal static byte[] Chunk(int number)\n    {{\n        switch (number)\n        {{\n");
        for (int i = 0; i < all.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"            {(i == all.Count - 1 ? "default" : $"case {i}")}: return new byte[] {{ {string.Join(", ", all[i])} }};\n");
        text.Append("        }\n    }\n}\n");
        File.WriteAllText(Path.Combine(folder, name + ".cs"), text.ToString());
    }
}
