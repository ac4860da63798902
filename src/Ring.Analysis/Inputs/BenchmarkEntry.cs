namespace RingPerf.Analysis.Inputs;

/// <summary>One benchmark.</summary>
/// <param name="Suite">Its suite.</param>
/// <param name="Benchmark">Its title, with its parameters where it has any.</param>
/// <param name="MedianNs">Median, ns an operation.</param>
/// <param name="MeanNs">Mean, ns an operation.</param>
/// <param name="ErrorNs">Standard error of the mean, ns.</param>
/// <param name="Iterations">Measured iterations.</param>
internal sealed record BenchmarkEntry(string Suite, string Benchmark, double MedianNs, double MeanNs, double ErrorNs, int Iterations)
{
    private const string SuiteEnding = "Benchmarks";

    internal static BenchmarkEntry Of(string name, BenchmarkRow row)
    {
        string[] parts = name.Split(' ', 2);
        string suite = parts[0].EndsWith(SuiteEnding, StringComparison.Ordinal) ? parts[0][..^SuiteEnding.Length] : parts[0];
        return new BenchmarkEntry(suite, parts[1].Replace("'", "", StringComparison.Ordinal), row.Median, row.Mean, row.StandardError, row.Count);
    }
}
