using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Presentity.Benchmarks.Tokenizing;

namespace Presentity.Benchmarks;

/// <summary>Megabytes (10^6) a second, of the median.</summary>
sealed class ThroughputColumn : IColumn
{
    public string Id => "MB/s";

    public string ColumnName => "MB/s";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Megabytes of input a second";

    public string GetValue(Summary summary, BenchmarkCase benchmark) => GetValue(summary, benchmark, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmark, SummaryStyle style)
    {
        double? nanoseconds = summary[benchmark]?.ResultStatistics?.Median;
        return nanoseconds == null ? "?" : (BenchmarkStream.Bytes * 1000.0 / nanoseconds.Value).ToString("F0");
    }

    public bool IsDefault(Summary summary, BenchmarkCase benchmark) => false;

    public bool IsAvailable(Summary summary) => true;
}
