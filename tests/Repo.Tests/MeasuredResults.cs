using System.Globalization;
using System.Text.Json;

namespace RingPerf.Repo.Tests;

/// <summary>The results folder that documents quote: the first by name.</summary>
internal sealed class MeasuredResults
{
    private readonly string _folder = Directory.GetDirectories(Path.Combine(Repository.Root, "results"))
        .Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal).First();
    private readonly JsonElement _environment;

    internal MeasuredResults() => _environment = Parse("environment.json");

    /// <summary>CPU, runtime, job and command of the run.</summary>
    internal string Origin
    {
        get
        {
            JsonElement cpu = _environment.GetProperty("cpu");
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Text(cpu, "model")} (family {cpu.GetProperty("family").GetInt32()}, {cpu.GetProperty("logicalCores").GetInt32()} cores), {Text(_environment, "runtime")}, {Text(_environment, "job")} job: `{Text(_environment, "command")}`");
        }
    }

    /// <summary>All benchmarks of a suite.</summary>
    internal IEnumerable<JsonElement> Suite(string name) => Parse($"{name}Benchmarks-report-full.json").GetProperty("Benchmarks").EnumerateArray();

    /// <summary>Median nanoseconds of one benchmark.</summary>
    internal double Median(string suite, string title, string parameters) =>
        Median(Suite(suite).Single(benchmark => Text(benchmark, "MethodTitle").Trim('\'') == title && Text(benchmark, "Parameters") == parameters));

    internal static double Median(JsonElement benchmark) => benchmark.GetProperty("Statistics").GetProperty("Median").GetDouble();

    /// <summary>Best nanoseconds a key of the C yardstick.</summary>
    internal double Yardstick(string name, int nodes, int replicas) => Parse("yardstick.json").GetProperty("rows").EnumerateArray()
        .Single(row => Text(row, "name") == name && row.GetProperty("nodes").GetInt32() == nodes && row.GetProperty("replicas").GetInt32() == replicas)
        .GetProperty("bestNs").GetDouble();

    internal static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private JsonElement Parse(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, file)));
        return document.RootElement.Clone();
    }
}
