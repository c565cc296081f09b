using System;
using System.Text;
using Presentity.TestKit;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>What is tokenized.</summary>
static class BenchmarkStream
{
    /// <summary>Length of a stream.</summary>
    public const int Bytes = 1_000_000;

    /// <summary>Exactly so many bytes, so that throughput means the same everywhere: behind the last stanza there is white space.</summary>
    public static byte[] Make(StreamKind kind)
    {
        byte[] made = StreamCorpus.Make(kind, Bytes - 8192);
        int end = Encoding.ASCII.GetByteCount(StreamCorpus.End);
        byte[] stream = new byte[Bytes];
        stream.AsSpan().Fill((byte)' ');
        made.AsSpan(0, made.Length - end).CopyTo(stream);
        made.AsSpan(made.Length - end).CopyTo(stream.AsSpan(Bytes - end));
        return stream;
    }
}
