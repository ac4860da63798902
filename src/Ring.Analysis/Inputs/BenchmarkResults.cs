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
                string machine = MachineOf(report.RootElement);
                foreach (JsonElement benchmark in report.RootElement.GetProperty("Benchmarks").EnumerateArray())
                {
                    Add(rows, benchmark, machine);
                }
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new BadInputException($"{file} is not a full report of BenchmarkDotNet: {e.Message}");
            }
        }

        return rows.Count > 0 ? rows : throw new BadInputException($"{folder} holds no {Pattern} with measurements");
    }

    private static void Add(SortedDictionary<string, BenchmarkRow> rows, JsonElement benchmark, string machine)
    {
        // A benchmark that failed has no statistics.
        if (!benchmark.TryGetProperty("Statistics", out JsonElement statistics) || statistics.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        string type = TextOf(benchmark, "Type");
        string title = TextOf(benchmark, "MethodTitle");
        string parameters = TextOf(benchmark, "Parameters");
        string name = parameters.Length == 0 ? $"{type} {title}" : $"{type} {title} {parameters}";
        rows[name] = new BenchmarkRow(
            statistics.GetProperty("Mean").GetDouble(),
            statistics.GetProperty("Median").GetDouble(),
            statistics.GetProperty("StandardError").GetDouble(),
            statistics.GetProperty("N").GetInt32())
        {
            Suite = type,
            Title = title,
            Parameters = parameters.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).DistinctBy(pair => pair[0])
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
            Values = statistics.TryGetProperty("OriginalValues", out JsonElement values) && values.ValueKind == JsonValueKind.Array
                ? [.. values.EnumerateArray().Select(value => value.GetDouble())]
                : [],
            Machine = machine,
        };
    }

    private static string TextOf(JsonElement benchmark, string name) =>
        benchmark.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null");

    private static string MachineOf(JsonElement report)
    {
        if (!report.TryGetProperty("HostEnvironmentInfo", out JsonElement host))
        {
            return "";
        }

        return string.Join(
            ", ",
            ((string[])["ProcessorName", "RuntimeVersion"])
                .Select(name => host.TryGetProperty(name, out JsonElement value) ? value.GetString()?.Split(" (")[0] : null)
                .Where(text => !string.IsNullOrEmpty(text)));
    }
}
