using System.Globalization;
using System.Text;

namespace RingPerf.Repo.Tests;

/// <summary>The table of goals in docs/performance.md is what a machine wrote into results.</summary>
public sealed class PerformanceNumbersTests
{
    private const string Usual = "Nodes=100&Replicas=100";
    private const int LargeRingPoints = 100_000;

    [Fact]
    public void Performance_Goals_AreThoseOfTheResults() => GeneratedSection.Assert("docs/performance.md", Table(new MeasuredResults()));

    private static string Table(MeasuredResults results)
    {
        double unit = results.Median("Hash", "md5", "Length=36");
        var table = new StringBuilder();
        Line($"| what | measured | in units of | ratio | goal |");
        Line($"|---|---:|---|---:|---:|");
        Row("MD5 of one 36-byte key, scalar: `m`", unit, "yardstick `md5_scalar`", results.Yardstick("md5_scalar", 100, 100), "1.05");
        Row("one key, 100 × 100", results.Median("SingleLookup", "md5/utf8", Usual), "m", unit, "1.10");
        Row("one string key, 100 × 100", results.Median("SingleLookup", "md5/string", Usual), "m", unit, "");
        Row("batch, 100 × 100", Batch("md5/utf8", 100), "yardstick `batch_lookup`", results.Yardstick("batch_lookup", 100, 100), "1.1");
        Row("batch, 1000 × 100", Batch("md5/utf8", 1000), "yardstick `batch_lookup`", results.Yardstick("batch_lookup", 1000, 100), "1.25");
        Row("batch of a million `string`, 100 × 100", Batch("md5/string[]", 100), "yardstick `batch_lookup`", results.Yardstick("batch_lookup", 100, 100), "1.6");
        Row("search alone, 10,000 points", results.Median("Search", "bucket", "Points=10000"), "ns", 1, "1.5");
        Row("search alone, 100,000 points", results.Median("Search", "bucket", "Points=100000"), "ns", 1, "3.5");
        Row("one key, 1 M points", Single("md5/utf8", 1000, 1000), "m", unit, "2.3");
        Row("one key, 10 M points", Single("md5/utf8", 10_000, 1000), "m", unit, "4");
        Row("batch at 10 M points", Single("md5/utf8, batch", 10_000, 1000), "batch at 10,000", Single("md5/utf8, batch", 100, 100), "4");
        Row("XXH3, one key, 100 × 100", results.Median("SingleLookup", "xxhash3/utf8", Usual), "ns", 1, "12");
        Row("build 1000 × 100, a point", results.Median("Build", "HashRing", "Nodes=1000&Replicas=100") / LargeRingPoints, "m", unit, "0.28");
        Row("add a node at 1000 × 100, a point", Change("Add"), "m", unit, "0.03");
        Row("remove a node at 1000 × 100, a point", Change("Remove"), "m", unit, "0.03");
        Row("share of a million items, 10 members", results.Median("Share", "ExtractMySubsetAsync", "Members=10") / 1e6, "ms", 1, "15");
        Line($"\n{results.Origin}; yardstick: `eng/yardstick.sh`, the best of nine passes.");
        return table.ToString();

        double Batch(string title, int nodes) => results.Median("Batch", title, $"Nodes={nodes}&BatchSize=1048576");

        double Single(string title, int nodes, int replicas) => results.Median("SingleLookup", title, $"Nodes={nodes}&Replicas={replicas}");

        double Change(string title) => results.Median("Change", title, "Nodes=1000&Replicas=100") / LargeRingPoints;

        void Row(string what, double nanoseconds, string measure, double of, string goal) =>
            Line($"| {what} | {nanoseconds:0.0#} {(measure == "ms" ? "ms" : "ns")} | {measure} | {nanoseconds / of:0.00#} | {goal} |");

        void Line(FormattableString text) => table.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
