using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Presentity.Generator;

/// <summary>Turns transcripts into a test class with a row for each, and their texts.</summary>
static class TranscriptWriter
{
    const string Space = "Presentity.Xmpp.Tests";

    /// <summary>Writes the class and the texts.</summary>
    /// <param name="files">The transcripts, with those that others play, which are in <c>Parts</c>.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The test class.</returns>
    public static IEnumerable<string> Write(List<string> files, string folder)
    {
        var chunks = new Chunks();
        var found = new StringBuilder();
        var rows = new StringBuilder();
        foreach (string path in files)
        {
            string name = Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileNameWithoutExtension(path);
            byte[] text = Encoding.UTF8.GetBytes(Shortened(File.ReadAllLines(path)));
            (int chunk, int start) = chunks.Add(text);
            found.Append($"            case \"{name}\": return Text({chunk}, {start}, {text.Length});\n");
            if (!name.StartsWith("Parts/", StringComparison.Ordinal))
                rows.Append($"    [DataRow(\"{name}\")]\n");
        }

        chunks.Write(Space, "TranscriptBytes", folder);
        File.WriteAllText(Path.Combine(folder, "TranscriptData.cs"),
            $"using System;\nusing System.Text;\n\nnamespace {Space};\n\nstatic class TranscriptData\n{{\n    internal static string Find(string name)\n    {{\n"
            + $"        switch (name)\n        {{\n{found}            default: throw new ArgumentException(name);\n        }}\n    }}\n\n"
            + "    static string Text(int chunk, int start, int length) =>\n        Encoding.UTF8.GetString(TranscriptBytes.Chunk(chunk), start, length);\n}\n");
        if (rows.Length == 0)
            return [];
        string file = Path.Combine(folder, "TranscriptTests.cs");
        File.WriteAllText(file,
            $"using Microsoft.VisualStudio.TestTools.UnitTesting;\n\nnamespace {Space};\n\n[TestClass]\npublic sealed class TranscriptTests\n{{\n"
            + $"    [TestMethod]\n{rows}    public void Played(string name) => TranscriptCheck.OnChip(name);\n}}\n");
        return [file];
    }

    // Lines keep their numbers, for messages.
    static string Shortened(string[] lines) =>
        string.Join('\n', lines.Select(line => line.StartsWith('#') ? "" : line.StartsWith("  ", StringComparison.Ordinal) ? "  " + line.Trim() : line));
}
