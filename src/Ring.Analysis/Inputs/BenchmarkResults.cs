using System.Text.Json;

namespace RingPerf.Analysis.Inputs;

/// <summary>Rows of a folder of benchmark results, read from BenchmarkDotNet's full JSON.</summary>
internal static class BenchmarkResults
{
    private const string Pattern = "*-report-full*.json";

    /// <summary>Every benchmark of the folder, by its full name.</summary>
    /// <exception cref="BadInputException">There is no such folder, or it holds no results.</exception>
    internal static SortedDictionary<string, BenchmarkRow> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadInputException($"there is no folder {folder}");
        }

        var rows = new SortedDictionary<string, BenchmarkRow>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal))
        {
            try
            {
                using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(file));
                foreach (JsonElement benchmark in report.RootElement.GetProperty("Benchmarks").EnumerateArray())
                {
                    Add(rows, benchmark);
                }
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new BadInputException($"{file} is not a full report of BenchmarkDotNet: {e.Message}");
            }
        }

        return rows.Count > 0 ? rows : throw new BadInputException($"{folder} holds no {Pattern} with measurements");
    }

    private static void Add(SortedDictionary<string, BenchmarkRow> rows, JsonElement benchmark)
    {
        // A benchmark that failed has no statistics.
        if (!benchmark.TryGetProperty("Statistics", out JsonElement statistics) || statistics.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        string type = benchmark.GetProperty("Type").GetString()!;
        string title = benchmark.GetProperty("MethodTitle").GetString()!;
        string parameters = benchmark.GetProperty("Parameters").GetString()!;
        string name = parameters.Length == 0 ? $"{type} {title}" : $"{type} {title} {parameters}";
        rows[name] = new BenchmarkRow(
            statistics.GetProperty("Mean").GetDouble(),
            statistics.GetProperty("Median").GetDouble(),
            statistics.GetProperty("StandardError").GetDouble(),
            statistics.GetProperty("N").GetInt32());
    }
}

/// <summary>One benchmark's measurement.</summary>
/// <param name="Mean">Mean, ns an operation.</param>
/// <param name="Median">Median, ns an operation.</param>
/// <param name="StandardError">Standard error of the mean, ns.</param>
/// <param name="Count">Measured iterations.</param>
internal readonly record struct BenchmarkRow(double Mean, double Median, double StandardError, int Count);
