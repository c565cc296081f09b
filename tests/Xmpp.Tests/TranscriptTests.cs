using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Plays every transcript, however the network cuts what the server sends: the client must do the same.</summary>
[TestClass]
public sealed class TranscriptTests
{
    public static IEnumerable<string[]> Names => TranscriptData.Files.Names.Select(name => new[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Played_whole(string name) => TranscriptCheck.Play(name, Split.Whole);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Played_byte_by_byte(string name) => TranscriptCheck.Play(name, Split.Bytes);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Played_cut_in_two_at_every_byte(string name)
    {
        Transcript transcript = Transcript.Read(name, TranscriptData.Find);
        int length = TranscriptPlayer.Play(transcript, stage => new TestDevice(stage), Split.Whole);
        for (int cut = 1; cut < length; cut++)
            TranscriptPlayer.Play(transcript, stage => new TestDevice(stage), Split.At(cut));
    }
}
