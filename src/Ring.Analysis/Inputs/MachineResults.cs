using System.Text.Json;

namespace RingPerf.Analysis.Inputs;

/// <summary>A folder of benchmark results with the machine that wrote it.</summary>
/// <param name="Folder">Where it was read from.</param>
/// <param name="Cpu">The processor.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Utc">When the run started.</param>
/// <param name="Command">The command line of the run.</param>
/// <param name="Settings">Settings of the runtime, by name.</param>
/// <param name="Rows">One a benchmark.</param>
internal sealed record MachineResults(string Folder, Processor Cpu, string Runtime, string Utc, string Command, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<BenchmarkEntry> Rows)
{
    private const string EnvironmentFile = "environment.json";
    private const string RivalSuite = "Rival";

    /// <summary>The rows that stand beside each other in one suite: the ring and its rivals.</summary>
    internal IReadOnlyList<BenchmarkEntry> Rivals => [.. Rows.Where(row => row.Suite == RivalSuite)];

    /// <summary>Whether every benchmark of the run was measured.</summary>
    internal bool IsWhole { get; init; } = true;

    /// <summary>The newest results below <paramref name="parent"/> that a run of the benchmarks left on such a processor; null where there are none.</summary>
    /// <remarks>Runs with parts of the processor switched off or with benchmarks that failed do not count, nor do folders that cannot be read.</remarks>
    internal static MachineResults? Newest(string parent, Processor processor) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent).Order(StringComparer.Ordinal)
            .Where(folder => File.Exists(Path.Combine(folder, EnvironmentFile)))
            .Select(ReadOrNone)
            .OfType<MachineResults>()
            .Where(results => results.Cpu == processor && results.Settings.Count == 0 && results.IsWhole)
            .MaxBy(results => results.Utc, StringComparer.Ordinal)
        : null;

    /// <summary>Reads a folder that the benchmarks wrote.</summary>
    /// <exception cref="BadInputException">It is no such folder.</exception>
    internal static MachineResults Read(string folder)
    {
        SortedDictionary<string, BenchmarkRow> rows = BenchmarkResults.Read(folder);
        string file = Path.Combine(folder, EnvironmentFile);
        try
        {
            using JsonDocument environment = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = environment.RootElement;
            JsonElement cpu = root.GetProperty("cpu");
            return new MachineResults(
                folder,
                new Processor(TextOf(cpu, "model"), Number(cpu, "family"), Number(cpu, "modelNumber")),
                TextOf(root, "runtime"),
                TextOf(root, "utc"),
                TextOf(root, "command"),
                root.GetProperty("runtimeSettings").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.ToString()),
                [.. rows.Select(row => BenchmarkEntry.Of(row.Key, row.Value))])
            {
                IsWhole = !root.TryGetProperty("failed", out JsonElement failed) || failed.GetArrayLength() == 0,
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IOException)
        {
            throw new BadInputException($"{file} does not describe a run of the benchmarks: {e.Message}");
        }
    }

    private static MachineResults? ReadOrNone(string folder)
    {
        try
        {
            return Read(folder);
        }
        catch (Exception e) when (e is BadInputException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string TextOf(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null");

    private static int? Number(JsonElement parent, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
