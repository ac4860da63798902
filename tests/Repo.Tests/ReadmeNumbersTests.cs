using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RingPerf.Repo.Tests;

/// <summary>The README's table of numbers is what a machine wrote into results.</summary>
public sealed class ReadmeNumbersTests
{
    [Fact]
    public void Readme_Numbers_AreThoseOfTheResults() => GeneratedSection.Assert("README.md", Table(new MeasuredResults()));

    private static string Table(MeasuredResults results)
    {
        var rows = new Dictionary<string, SortedDictionary<int, JsonElement>>();
        foreach (JsonElement benchmark in results.Suite("Lookup"))
        {
            string title = MeasuredResults.Text(benchmark, "MethodTitle");
            rows.TryAdd(title, []);
            rows[title].Add(ReplicasOf(MeasuredResults.Text(benchmark, "Parameters")), benchmark);
        }

        int[] replicas = [.. rows.Values.First().Keys];
        var table = new StringBuilder();
        Line($"One lookup, ns (median) and bytes allocated, 10 nodes, 36-byte keys, by replicas a node:\n");
        Line($"| path | {string.Join(" | ", replicas)} | allocated |");
        Line($"|---|{string.Concat(Enumerable.Repeat("---:|", replicas.Length + 1))}");
        foreach ((string title, SortedDictionary<int, JsonElement> row) in rows)
        {
            IEnumerable<string> medians = row.Values.Select(
                benchmark => MeasuredResults.Median(benchmark).ToString("0.0", CultureInfo.InvariantCulture));
            long bytes = row.Values.Max(benchmark => benchmark.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").GetInt64());
            Line($"| {title} | {string.Join(" | ", medians)} | {bytes} B |");
        }

        Line($"\n{results.Origin}");
        return table.ToString();

        void Line(FormattableString text) => table.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static int ReplicasOf(string parameters) => int.Parse(
        parameters.Split('&').Single(part => part.StartsWith("Replicas=", StringComparison.Ordinal))["Replicas=".Length..],
        CultureInfo.InvariantCulture);
}
