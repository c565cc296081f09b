using System.Linq;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Presentity.Benchmarks.Network;
using Presentity.Benchmarks.Tokenizing;
using Presentity.Benchmarks.Wire;

// Threads are timed, peers compiled, and /proc is read.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace Presentity.Benchmarks;

/// <summary>How fast, beside peers in the same run: <c>dotnet run -c Release --project tests/Benchmarks</c> compares tokenizers, with
/// <c>-- tokenizer chatty 64</c> some of it; with <c>-- network</c> and, where there is one, the path of a native <c>presentity</c>, on a
/// real server; with <c>-- bytes</c>, what a reading costs on the wire; with arguments of BenchmarkDotNet, as <c>-- --filter *</c>, what a
/// router of stanzas has to do.</summary>
static class Program
{
    static void Main(string[] arguments)
    {
        if (arguments is ["network", ..])
        {
            NetworkBenchmark.Run(arguments.Length > 1 ? arguments[1] : null);
            return;
        }

        if (arguments is ["bytes"])
        {
            WireBenchmark.Run();
            return;
        }

        if (arguments is ["pass", string name, string file, string chunk])
        {
            Contestant.Run(name, file, int.Parse(chunk));
            return;
        }

        if (arguments is [] or ["tokenizer", ..])
        {
            TokenizerComparison.Run([.. arguments.Skip(1)]);
            return;
        }

        // 14 x 250 ms: the JIT has settled only after 3.5 s.
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithRuntime(CoreRuntime.Core10_0)
            .WithIterationTime(TimeInterval.FromMilliseconds(250)).WithWarmupCount(14).WithIterationCount(10);
        IConfig config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(ConsoleLogger.Default).AddExporter(MarkdownExporter.GitHub)
            .AddColumnProvider(DefaultColumnProviders.Params, DefaultColumnProviders.Descriptor, DefaultColumnProviders.Metrics)
            .AddColumn(StatisticColumn.Median, BaselineRatioColumn.RatioMean, new ThroughputColumn())
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(20));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config);
    }
}
