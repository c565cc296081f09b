using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Presentity.TestKit;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>Our tokenizer, as the chip has it and as the desktop has it, beside <see cref="System.Xml.XmlReader"/> and expat.</summary>
/// <remarks>Each in a process of its own, so that none is compiled for what another does. The machine may be busy with other things, so
/// it is processor time that is measured, everybody has a turn in every round, on the same processor, and a ratio is the median of those
/// within a round. The processors take turns too: of a virtual machine one may be slow for minutes while the other is not.</remarks>
sealed class TokenizerComparison : IDisposable
{
    const int Rounds = 50;

    static readonly int[] Chunks = [4096, 64, 1];
    static readonly nint[] Processors = Allowed();

    readonly string folder = Directory.CreateTempSubdirectory("presentity-benchmark-").FullName;
    readonly Verdict verdict = new();

    /// <summary>Compares.</summary>
    /// <param name="only">Streams and sizes of chunks to be left with, such as <c>chatty 64</c>; all when empty.</param>
    internal static void Run(string[] only)
    {
        using var comparison = new TokenizerComparison();
        comparison.Compare(
            [.. Enum.GetValues<StreamKind>().Where(kind => IsWanted(kind.ToString(), Enum.GetNames<StreamKind>(), only))],
            [.. Chunks.Where(chunk => IsWanted(chunk.ToString(), [.. Chunks.Select(size => size.ToString())], only))]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    void Compare(StreamKind[] kinds, int[] chunks)
    {
        string expat = PeerProgram.Build(folder, "expat", "-lexpat");
        foreach (StreamKind kind in kinds)
            File.WriteAllBytes(FileOf(kind), BenchmarkStream.Make(kind));
        foreach (int chunk in chunks)
        {
            Console.WriteLine($"Chunks of {chunk:N0} {(chunk == 1 ? "byte" : "bytes")}:\n");
            Console.WriteLine("| stream | tokenizer | MB/s | least to most | allocated in a pass | of XmlReader | at least | of expat | at least | of expat with namespaces |");
            Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (StreamKind kind in kinds)
                Compare(kind, chunk, expat);
            Console.WriteLine();
        }

        if (chunks.Contains(4096))
            MeasureFirst(kinds);
        verdict.Write();
    }

    void Compare(StreamKind kind, int chunk, string expat)
    {
        string[] arguments = [FileOf(kind), chunk.ToString()];
        using Racer portable = Ours(Tokenizers.Portable), desktop = Ours(Tokenizers.Desktop), reader = Ours(Tokenizers.XmlReader);
        using var plain = new Racer(Tokenizers.Expat, BenchmarkStream.Bytes, [expat, .. arguments]);
        using var spaces = new Racer(Tokenizers.ExpatNamespaces, BenchmarkStream.Bytes, [expat, .. arguments, "ns"]);
        Racer[] all = [portable, desktop, reader, plain, spaces];
        foreach (Racer racer in all)
            racer.WarmUp();
        for (int round = 0; round < Rounds; round++)
            foreach (Racer racer in all)
                racer.Turn(Processors[round % Processors.Length]);
        string stream = kind.ToString().ToLowerInvariant();
        foreach (Racer racer in all)
            Console.WriteLine($"| {stream} | {racer.Name} | {racer.Median:N0} | {racer.Speeds.Min():N0} to {racer.Speeds.Max():N0} | {Allocated(racer)} | "
                + $"{Ratio(racer, reader)} | {Ratio(racer, plain)} | {racer.RatioTo(spaces):0.00} |");

        Racer Ours(string name) =>
            new(name, BenchmarkStream.Bytes, [Environment.ProcessPath!, "pass", name, .. arguments]);

        string Ratio(Racer racer, Racer peer) => verdict.Judge(
            $"{racer.Name}, {stream}, chunks of {chunk}, of {peer.Name}", racer.RatioTo(peer), Targets.Of(racer.Name, peer.Name, kind, chunk));

        string Allocated(Racer racer)
        {
            if (racer.Name is Tokenizers.Portable or Tokenizers.Desktop && racer.Allocated > 0)
                verdict.Miss($"{racer.Name}, {stream}, chunks of {chunk}: {racer.Allocated:N0} B allocated in a pass, to be 0");
            return racer.Name is Tokenizers.Expat or Tokenizers.ExpatNamespaces ? "" : $"{racer.Allocated:N0} B";
        }
    }

    void MeasureFirst(StreamKind[] kinds)
    {
        string? program = NativeProgram.Build(Path.Combine(folder, "native"));
        if (program == null)
        {
            verdict.Miss("the first document of a fresh process: not measured, because the native code does not compile");
            return;
        }

        Console.WriteLine("The first document of a fresh process, native code:\n");
        Console.WriteLine("| stream | tokenizer | first, MB/s | settled, MB/s | ratio | at least |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|");
        foreach (StreamKind kind in kinds)
        {
            FirstDocument.Measure(program, Tokenizers.Portable, FileOf(kind), kind, verdict);
            FirstDocument.Measure(program, Tokenizers.Desktop, FileOf(kind), kind, verdict);
        }

        Console.WriteLine();
    }

    static nint[] Allowed()
    {
        using Process self = Process.GetCurrentProcess();
        nint all = self.ProcessorAffinity;
        return [.. Enumerable.Range(0, 8 * nint.Size).Select(number => (nint)1 << number).Where(processor => (all & processor) != 0)];
    }

    string FileOf(StreamKind kind) => Path.Combine(folder, kind.ToString());

    static bool IsWanted(string name, string[] all, string[] only) =>
        !only.Any(word => all.Contains(word, StringComparer.OrdinalIgnoreCase)) || only.Contains(name, StringComparer.OrdinalIgnoreCase);
}
