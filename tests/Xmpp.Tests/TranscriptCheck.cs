using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>How transcripts are played, on the desktop and on the chip.</summary>
static class TranscriptCheck
{
    internal static void Play(string name, Split split) =>
        TranscriptPlayer.Play(Transcript.Read(name, TranscriptData.Find), stage => new TestDevice(stage), split);

    /// <summary>Whole, byte by byte, and in pieces; cut at every byte it is played on the desktop alone, for the time that it takes.</summary>
    internal static void OnChip(string name)
    {
        Play(name, Split.Whole);
        Play(name, Split.Bytes);
        Play(name, Split.Pieces(100));
    }
}
