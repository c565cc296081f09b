using System;
using System.IO;
using System.Linq;

namespace Presentity.TestKit;

/// <summary>The stanzas of <c>Examples.txt</c>: what a client may see of the extensions.</summary>
static class ExampleStanzas
{
    const string Addresses = "from='plant~@house.example/agent' to='hall@house.example/screen'";

    static readonly string[] All = Load();

    /// <summary>One of them, with a number for each <c>~</c>.</summary>
    internal static string Make(Dice dice) => dice.Pick(All).Replace("~", dice.Next(1000, 9999).ToString());

    static string[] Load()
    {
        using Stream file = typeof(ExampleStanzas).Assembly.GetManifestResourceStream("Examples.txt")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n").Select(Stanza).Where(stanza => stanza.Length > 0).ToArray();
    }

    static string Stanza(string block) =>
        string.Concat(block.Split('\n').Where(line => !line.StartsWith('#'))).Replace("FROM", Addresses, StringComparison.Ordinal);
}
