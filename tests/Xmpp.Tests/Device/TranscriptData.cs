using System;
using System.IO;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>The transcripts beside the tests. On the chip they are in the program, and another class gives them.</summary>
static class TranscriptData
{
    internal static TranscriptFiles Files { get; } = new(Path.Combine(AppContext.BaseDirectory, "Transcripts"));

    internal static string Find(string name) => Files.Find(name);
}
