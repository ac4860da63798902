using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>Two folders of benchmark results, row by row.</summary>
/// <param name="Threshold">Ratio above which a row counts as slower.</param>
/// <param name="Slower">Rows beyond the threshold.</param>
/// <param name="Rows">Benchmarks that both folders have.</param>
/// <param name="OnlyBefore">Benchmarks that only the first has.</param>
/// <param name="OnlyAfter">Benchmarks that only the second has.</param>
internal sealed record BenchmarkComparison(
    double Threshold,
    int Slower,
    IReadOnlyList<BenchmarkRatio> Rows,
    IReadOnlyList<string> OnlyBefore,
    IReadOnlyList<string> OnlyAfter)
{
    internal static BenchmarkComparison Of(
        SortedDictionary<string, BenchmarkRow> before, SortedDictionary<string, BenchmarkRow> after, double threshold)
    {
        BenchmarkRatio[] rows =
        [
            .. before.Where(row => after.ContainsKey(row.Key)).Select(row => BenchmarkRatio.Of(row.Key, row.Value, after[row.Key], threshold)),
        ];
        return new BenchmarkComparison(
            threshold,
            rows.Count(row => row.IsSlower),
            rows,
            [.. before.Keys.Except(after.Keys)],
            [.. after.Keys.Except(before.Keys)]);
    }
}
