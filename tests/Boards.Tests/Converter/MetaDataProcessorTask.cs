using System;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace nanoFramework.Tools.MetadataProcessor.MsBuildTask;

/// <summary>Writes what it was asked to convert, and with which libraries, where the converted assembly would be.</summary>
public sealed class MetaDataProcessorTask : Task
{
    public ITaskItem[] LoadHints { get; set; } = [];

    public string Parse { get; set; } = "";

    public string Compile { get; set; } = "";

    public override bool Execute()
    {
        string libraries = string.Join(' ', LoadHints.Select(hint => Path.GetFileNameWithoutExtension(hint.GetMetadata("FullPath"))));
        string what = $"{Path.GetFileName(Parse)} {(File.Exists(Parse) ? "exists" : "is missing")}\n{libraries}\n{Order()}\n";
        int filling = int.TryParse(Environment.GetEnvironmentVariable("CONVERTED_BYTES"), out int bytes) ? bytes : 0;
        File.WriteAllBytes(Compile, [.. Encoding.UTF8.GetBytes(what), .. new byte[filling]]);
        return true;
    }

    // The real one orders types as the culture does.
    static string Order() => string.Compare("a", "B", StringComparison.CurrentCulture) < 0 ? "by culture" : "by number";
}
