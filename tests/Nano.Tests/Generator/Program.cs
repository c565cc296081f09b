using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Presentity.Generator;

/// <summary>Writes what a test program for the chip has besides its sources: <c>Generator LIST FOLDER</c>.</summary>
/// <remarks>A line of the list is <c>test</c>, <c>golden</c> or <c>transcript</c>, and a file.</remarks>
static class Program
{
    static int Main(string[] arguments)
    {
        try
        {
            string[][] lines = [.. File.ReadAllLines(arguments[0]).Where(line => line.Length > 0).Select(line => line.Split(' ', 2))];
            Write(lines, arguments[1]);
            return 0;
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"error : {e.Message}");
            return 1;
        }
    }

    static void Write(string[][] lines, string folder)
    {
        foreach (string old in Directory.EnumerateFiles(folder, "*.cs"))
            File.Delete(old);
        List<string> sources = Files(lines, "test");
        if (Files(lines, "golden") is { Count: > 0 } golden)
            sources.AddRange(GoldenWriter.Write(golden, folder));
        if (Files(lines, "transcript") is { Count: > 0 } transcripts)
            sources.AddRange(TranscriptWriter.Write(transcripts, folder));
        List<TestSource> tests = [.. sources.Select(TestSource.Read)];
        foreach (TestSource test in tests)
            RunWriter.Write(test, folder);
        RunWriter.WriteProgram(tests, folder);
    }

    static List<string> Files(string[][] lines, string kind) =>
        [.. lines.Where(line => line[0] == kind).Select(line => line[1]).Order(StringComparer.Ordinal)];
}
