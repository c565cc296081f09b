using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Presentity.Generator;

/// <summary>Turns golden files into a test class with a row for each document, and its bytes.</summary>
static class GoldenWriter
{
    const string Space = "Presentity.Xml.Tests";

    /// <summary>Writes the class and the bytes.</summary>
    /// <param name="documents">The <c>.xml</c> files; what they give stands beside them.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The test class.</returns>
    public static IEnumerable<string> Write(List<string> documents, string folder)
    {
        var chunks = new Chunks();
        var text = new StringBuilder("using Microsoft.VisualStudio.TestTools.UnitTesting;\n\n");
        text.Append($"namespace {Space};\n\n[TestClass]\npublic sealed class GoldenTests\n{{\n    [TestMethod]\n");
        foreach (string path in documents)
        {
            byte[] document = File.ReadAllBytes(path);
            byte[] golden = File.ReadAllBytes(Path.ChangeExtension(path, ".golden"));
            (int chunk, int start) = chunks.Add([.. document, .. golden]);
            string name = Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileNameWithoutExtension(path);
            text.Append($"    [DataRow(\"{name}\", {chunk}, {start}, {document.Length}, {golden.Length})]\n");
        }

        text.Append("    public void GivesWhatIsWritten(string name, int chunk, int start, int document, int golden) =>\n");
        text.Append("        GoldenCheck.Of(GoldenData.Chunk(chunk), start, document, golden);\n}\n");
        string file = Path.Combine(folder, "GoldenTests.cs");
        File.WriteAllText(file, text.ToString());
        chunks.Write(Space, "GoldenData", folder);
        return [file];
    }
}
