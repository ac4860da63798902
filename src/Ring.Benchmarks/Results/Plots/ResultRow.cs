using System.Globalization;
using System.Text.Json;

namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>One benchmark of a finished run.</summary>
/// <param name="Suite">The suite's class without its suffix.</param>
/// <param name="Method">The row's title.</param>
/// <param name="Parameters">Values of parameters by name.</param>
/// <param name="Median">Median, ns an operation.</param>
internal sealed record ResultRow(string Suite, string Method, IReadOnlyDictionary<string, string> Parameters, double Median)
{
    private const string Suffix = "Benchmarks";

    /// <summary>A parameter that is a number.</summary>
    internal double Number(string parameter) => double.Parse(Parameters[parameter], CultureInfo.InvariantCulture);

    /// <summary>Every measured benchmark of a folder, from BenchmarkDotNet's full JSON.</summary>
    internal static IReadOnlyList<ResultRow> Read(string folder)
    {
        var rows = new List<ResultRow>();
        foreach (string file in Directory.EnumerateFiles(folder, "*-report-full*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonElement benchmark in report.RootElement.GetProperty("Benchmarks").EnumerateArray())
            {
                // A benchmark that failed has no statistics, and one of next to nothing may have none above its overhead.
                if (benchmark.TryGetProperty("Statistics", out JsonElement statistics) && statistics.ValueKind == JsonValueKind.Object
                    && statistics.GetProperty(nameof(Median)).GetDouble() is > 0 and double median)
                {
                    rows.Add(Of(benchmark, median));
                }
            }
        }

        return rows;
    }

    private static ResultRow Of(JsonElement benchmark, double median)
    {
        string type = benchmark.GetProperty("Type").GetString()!;
        string suite = type.EndsWith(Suffix, StringComparison.Ordinal) ? type[..^Suffix.Length] : type;
        string title = benchmark.GetProperty("MethodTitle").GetString()!.Trim('\'');
        IEnumerable<string[]> pairs = benchmark.GetProperty(nameof(Parameters)).GetString()!
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2);
        return new ResultRow(suite, title, pairs.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal), median);
    }
}
