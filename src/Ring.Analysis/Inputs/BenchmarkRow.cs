namespace RingPerf.Analysis.Inputs;

/// <summary>One benchmark's measurement.</summary>
/// <param name="Mean">Mean, ns an operation.</param>
/// <param name="Median">Median, ns an operation.</param>
/// <param name="StandardError">Standard error of the mean, ns.</param>
/// <param name="Count">Measured iterations.</param>
internal sealed record BenchmarkRow(double Mean, double Median, double StandardError, int Count)
{
    /// <summary>Name of its suite's type.</summary>
    internal string Suite { get; init; } = "";

    /// <summary>Title of the benchmark in its suite.</summary>
    internal string Title { get; init; } = "";

    /// <summary>Parameters by name.</summary>
    internal IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Each measured iteration, ns an operation.</summary>
    internal IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>Processor and runtime.</summary>
    internal string Machine { get; init; } = "";
}
