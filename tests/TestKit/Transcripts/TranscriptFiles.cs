using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Presentity.TestKit;

/// <summary>Transcripts in a folder.</summary>
public sealed class TranscriptFiles(string folder)
{
    /// <summary>The names of all, in order.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')[..^".txt".Length])
        .Order(System.StringComparer.Ordinal);

    /// <summary>The text of one.</summary>
    public string Find(string name) => File.ReadAllText(Path.Combine(folder, name + ".txt"));
}
