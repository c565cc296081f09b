using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Presentity.Generator;

/// <summary>Writes a class that runs the tests of another, and the entry point that runs all of them.</summary>
static class RunWriter
{
    // A switch of the chip has at most 255 cases.
    const int MostCases = 200;

    /// <summary>Writes <c>CursorTestsRun</c> for <c>CursorTests</c>, and <c>GoldenTestsRun2</c> behind <c>GoldenTestsRun</c> when there are
    /// many. Names and calls are cases of a switch: they cost the chip no memory.</summary>
    public static void Write(TestSource source, string folder)
    {
        var text = new StringBuilder("#nullable enable\n");
        foreach (string line in source.Usings)
            text.Append(line).Append('\n');
        text.Append($"namespace {source.Namespace};\n");
        int part = 0;
        foreach (string run in Runs(source))
            WriteRun(text, source, run, MostCases * part++);
        File.WriteAllText(Path.Combine(folder, $"{Name(source)}Run.cs"), text.ToString());
    }

    static IEnumerable<string> Runs(TestSource source) =>
        Enumerable.Range(1, ((source.Tests.Count - 1) / MostCases) + 1).Select(part => source.Class + "Run" + (part == 1 ? "" : part.ToString()));

    static void WriteRun(StringBuilder text, TestSource source, string run, int first)
    {
        int count = Math.Min(MostCases, source.Tests.Count - first);
        text.Append($"\nsealed class {run} : Presentity.Nano.Tests.TestRun\n{{\n");
        text.Append($"    public override string Class => \"{Name(source)}\";\n\n");
        text.Append($"    public override int Count => {count};\n\n");
        text.Append("    public override string Name(int test)\n    {\n        switch (test)\n        {\n");
        for (int i = 0; i < count; i++)
            if (i + 1 == count || source.Tests[first + i + 1].Method != source.Tests[first + i].Method)
                text.Append($"            case < {i + 1}: return \"{source.Tests[first + i].Method}\";\n");
        text.Append("            default: return \"\";\n        }\n    }\n\n");
        text.Append("    public override string Row(int test)\n    {\n        switch (test)\n        {\n");
        for (int i = 0; i < count; i++)
            if (FirstText(source.Tests[first + i].Arguments) is { } row)
                text.Append($"            case {i}: return {row};\n");
        text.Append("            default: return \"\";\n        }\n    }\n\n");
        text.Append("    public override void Run(int test)\n    {\n        switch (test)\n        {\n");
        for (int i = 0; i < count; i++)
            text.Append($"            case {i}: new {source.Class}().{source.Tests[first + i].Method}({source.Tests[first + i].Arguments}); break;\n");
        text.Append("        }\n    }\n}\n");
    }

    /// <summary>Writes the entry point.</summary>
    public static void WriteProgram(List<TestSource> sources, string folder)
    {
        var text = new StringBuilder("namespace Presentity.Nano.Tests;\n\nstatic class Program\n{\n    static void Main()\n    {\n        Runner runner = new Runner();\n");
        foreach (TestSource source in sources.OrderBy(Name))
            foreach (string run in Runs(source))
                text.Append($"        runner.Run(new {source.Namespace}.{run}());\n");
        text.Append("        runner.Summarize();\n    }\n}\n");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), text.ToString());
    }

    // Presentity.Xml.Tests and VocabularyTests are Xml.VocabularyTests: there are several of that name.
    static string Name(TestSource source) =>
        source.Namespace.Replace("Presentity.", "").Replace(".Tests", "") + "." + source.Class;

    /// <summary>The first argument, if it is a text of one line: it tells the rows apart, and the program has it anyway.</summary>
    static string? FirstText(string? arguments)
    {
        if (arguments is not ['"', ..])
            return null;
        int end = 1;
        while (arguments[end] != '"')
            end += arguments[end] == '\\' ? 2 : 1;
        string first = arguments[..(end + 1)];
        return first.Contains("\\n", StringComparison.Ordinal) || first.Contains("\\r", StringComparison.Ordinal) ? null : first;
    }
}
