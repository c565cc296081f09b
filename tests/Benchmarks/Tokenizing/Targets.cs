using Presentity.TestKit;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>How many times as fast as a peer a tokenizer of ours is to be, at least.</summary>
static class Targets
{
    /// <summary>The first document in a fresh process, as part of the speed when everything has settled.</summary>
    public const double First = 0.8;

    /// <summary>Of a tokenizer beside a peer; null where nothing is asked for.</summary>
    public static double? Of(string ours, string peer, StreamKind kind, int chunk) => (ours, peer, chunk) switch
    {
        (Tokenizers.Portable, Tokenizers.XmlReader, 4096) => kind switch
        {
            StreamKind.Forms => 2.2,
            StreamKind.Utf8 => 1.4,
            _ => 2.5,
        },
        (Tokenizers.Portable, Tokenizers.Expat, 4096) when kind is StreamKind.Presence or StreamKind.Chatty => 5.5,
        (Tokenizers.Portable, Tokenizers.XmlReader, 64) => 1.8,
        (Tokenizers.Portable, Tokenizers.XmlReader, 1) => 2,
        (Tokenizers.Desktop, Tokenizers.XmlReader, 4096) => kind switch
        {
            StreamKind.Presence or StreamKind.Chatty => 3.2,
            StreamKind.Text => 8,
            StreamKind.Utf8 => 2,
            _ => null,
        },
        _ => null,
    };
}
