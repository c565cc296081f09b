using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Plays every transcript, however the network cuts what the server sends: the client must do the same.</summary>
[TestClass]
public sealed class TranscriptTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    public static IEnumerable<string[]> Files => Directory
        .EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories)
        .Select(file => new[] { Path.GetRelativePath(Folder, file) })
        .OrderBy(row => row[0], StringComparer.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Played_whole(string file) => Play(file, Split.Whole);

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Played_byte_by_byte(string file) => Play(file, Split.Bytes);

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Played_cut_in_two_at_every_byte(string file)
    {
        Transcript transcript = Read(file);
        int length = TranscriptPlayer.Play(transcript, stage => new TestDevice(stage), Split.Whole);
        for (int cut = 1; cut < length; cut++)
            TranscriptPlayer.Play(transcript, stage => new TestDevice(stage), Split.At(cut));
    }

    static void Play(string file, Split split) => TranscriptPlayer.Play(Read(file), stage => new TestDevice(stage), split);

    static Transcript Read(string file) => Transcript.Read(Path.Combine(Folder, file), Path.Combine(Folder, "Parts"));
}
