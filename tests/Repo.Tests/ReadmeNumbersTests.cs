using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RingPerf.Repo.Tests;

/// <summary>The README's table of numbers is what a machine wrote into results.</summary>
public sealed class ReadmeNumbersTests
{
    private const string Begin = "<!-- numbers: begin -->\n";
    private const string End = "<!-- numbers: end -->\n";

    // With this set to 1 the test writes the table instead of failing.
    private const string UpdateSwitch = "RINGPERF_UPDATE_README";

    [Fact]
    public void Readme_Numbers_AreThoseOfTheResults()
    {
        string readme = Repository.Read("README.md");
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = readme.IndexOf(End, begin, StringComparison.Ordinal);
        string table = Table(Directory.GetDirectories(Path.Combine(Repository.Root, "results")).Order().First());
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, "README.md"), readme[..begin] + table + readme[end..]);
        }

        Assert.Equal(table, Environment.GetEnvironmentVariable(UpdateSwitch) == "1" ? table : readme[begin..end]);
    }

    private static string Table(string folder)
    {
        using JsonDocument environment = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "environment.json")));
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "LookupBenchmarks-report-full.json")));
        var rows = new Dictionary<string, SortedDictionary<int, JsonElement>>();
        foreach (JsonElement benchmark in report.RootElement.GetProperty("Benchmarks").EnumerateArray())
        {
            rows.TryAdd(Text(benchmark, "MethodTitle"), []);
            rows[Text(benchmark, "MethodTitle")].Add(ReplicasOf(Text(benchmark, "Parameters")), benchmark);
        }

        int[] replicas = [.. rows.Values.First().Keys];
        var table = new StringBuilder();
        Line($"One lookup, ns (median) and bytes allocated, 10 nodes, 36-byte keys, by replicas a node:\n");
        Line($"| path | {string.Join(" | ", replicas)} | allocated |");
        Line($"|---|{string.Concat(Enumerable.Repeat("---:|", replicas.Length + 1))}");
        foreach ((string title, SortedDictionary<int, JsonElement> row) in rows)
        {
            IEnumerable<string> medians = row.Values.Select(
                benchmark => benchmark.GetProperty("Statistics").GetProperty("Median").GetDouble().ToString("0.0", CultureInfo.InvariantCulture));
            long bytes = row.Values.Max(benchmark => benchmark.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").GetInt64());
            Line($"| {title} | {string.Join(" | ", medians)} | {bytes} B |");
        }

        JsonElement root = environment.RootElement;
        JsonElement cpu = root.GetProperty("cpu");
        Line($"\n{Text(cpu, "model")} (family {cpu.GetProperty("family").GetInt32()}, {cpu.GetProperty("logicalCores").GetInt32()} cores), {Text(root, "runtime")}, {Text(root, "job")} job: `{Text(root, "command")}`");
        return table.ToString();

        void Line(FormattableString text) => table.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static int ReplicasOf(string parameters) => int.Parse(
        parameters.Split('&').Single(part => part.StartsWith("Replicas=", StringComparison.Ordinal))["Replicas=".Length..],
        CultureInfo.InvariantCulture);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
