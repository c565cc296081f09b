using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Presentity.Generator;

/// <summary>Writes a class that runs the tests of another, and the entry point that runs all of them.</summary>
static class RunWriter
{
    /// <summary>Writes <c>CursorTestsRun</c> for <c>CursorTests</c>. Names and calls are cases of a switch: they cost the chip no memory.</summary>
    public static void Write(TestSource source, string folder)
    {
        var text = new StringBuilder("#nullable enable\n");
        foreach (string line in source.Usings)
            text.Append(line).Append('\n');
        text.Append($"namespace {source.Namespace};\n\nsealed class {source.Class}Run : Presentity.Nano.Tests.TestRun\n{{\n");
        text.Append($"    public override string Class => \"{Name(source)}\";\n\n");
        text.Append($"    public override int Count => {source.Tests.Count};\n\n");
        text.Append("    public override string Name(int test)\n    {\n        switch (test)\n        {\n");
        for (int i = 0; i < source.Tests.Count; i++)
            if (i + 1 == source.Tests.Count || source.Tests[i + 1].Method != source.Tests[i].Method)
                text.Append($"            case < {i + 1}: return \"{source.Tests[i].Method}\";\n");
        text.Append("            default: return \"\";\n        }\n    }\n\n");
        text.Append("    public override string Row(int test)\n    {\n        switch (test)\n        {\n");
        for (int i = 0; i < source.Tests.Count; i++)
            if (FirstText(source.Tests[i].Arguments) is { } first)
                text.Append($"            case {i}: return {first};\n");
        text.Append("            default: return \"\";\n        }\n    }\n\n");
        text.Append("    public override void Run(int test)\n    {\n        switch (test)\n        {\n");
        for (int i = 0; i < source.Tests.Count; i++)
            text.Append($"            case {i}: new {source.Class}().{source.Tests[i].Method}({source.Tests[i].Arguments}); break;\n");
        text.Append("        }\n    }\n}\n");
        File.WriteAllText(Path.Combine(folder, $"{Name(source)}Run.cs"), text.ToString());
    }

    /// <summary>Writes the entry point.</summary>
    public static void WriteProgram(List<TestSource> sources, string folder)
    {
        var text = new StringBuilder("namespace Presentity.Nano.Tests;\n\nstatic class Program\n{\n    static void Main()\n    {\n        Runner runner = new Runner();\n");
        foreach (TestSource source in sources.OrderBy(Name))
            text.Append($"        runner.Run(new {source.Namespace}.{source.Class}Run());\n");
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
