using RingPerf.Analysis.Rivals;
using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>A comparison of algorithms as JSON, CSV or tables.</summary>
internal static class CompareText
{
    private static readonly (string Name, Func<AlgorithmBands, Quantiles> Of)[] Metrics =
    [
        ("peakToMean", bands => bands.PeakToMean),
        ("minToMean", bands => bands.MinToMean),
        ("cv", bands => bands.Cv),
        ("movedOnAdd", bands => bands.MovedOnAdd),
        ("strayOnAdd", bands => bands.StrayOnAdd),
        ("movedOnRemove", bands => bands.MovedOnRemove),
        ("strayOnRemove", bands => bands.StrayOnRemove),
        ("resizedPeakToMean", bands => bands.ResizedPeakToMean),
        ("strayOnResize", bands => bands.StrayOnResize),
        ("lookupNs", bands => bands.LookupNs),
        ("buildMs", bands => bands.BuildMs),
        ("resizeMs", bands => bands.ResizeMs),
    ];

    internal static string Json(AlgorithmComparison comparison) => JsonContract.Text(comparison);

    /// <summary>A row a measure, so that runs of other sizes and machines can be laid under each other.</summary>
    internal static string Csv(AlgorithmComparison comparison)
    {
        var csv = new CsvText("algorithm", "nodes", "keys", "seeds", "metric", "p05", "median", "p95");
        foreach (AlgorithmRow row in comparison.Algorithms)
        {
            foreach ((string name, Func<AlgorithmBands, Quantiles> of) in Metrics)
            {
                Quantiles value = of(row.Bands);
                csv.Row(row.Name, comparison.Nodes, comparison.Keys, comparison.Seeds, name, value.P05, value.Median, value.P95);
            }

            csv.Row(row.Name, comparison.Nodes, comparison.Keys, comparison.Seeds, "bytes", row.Bytes, row.Bytes, row.Bytes);
        }

        return csv.ToString();
    }

    internal static void Table(AlgorithmComparison comparison, ConsoleTable table)
    {
        table.Line(Invariant(
            $"{Wording.Count(comparison.Nodes, "node")}, {Wording.Count(comparison.Keys, "key")}; medians of {Wording.Count(comparison.Seeds, "run")}. Peak-to-mean and cv of"));
        table.Line("the keys, time of a lookup, to build and to add a node, memory:");
        table.Write(
            ["algorithm", " peak", " cv", " ns", " build ms", " add ms", " bytes"],
            comparison.Algorithms.Select(row => (string[])
            [
                row.Name,
                Invariant($"{row.PeakToMean:0.000}"),
                Invariant($"{row.Cv:0.0000}"),
                Invariant($"{row.LookupNs:0.0}"),
                Invariant($"{row.BuildMs:0.000}"),
                Invariant($"{row.ResizeMs:0.000}"),
                Invariant($"{row.Bytes:N0}"),
            ]));
        table.Line("Percent of keys that move when a node comes or goes, and peak-to-mean");
        table.Line("when half go; strays are keys that move between two nodes that stay:");
        table.Write(
            ["algorithm", " comes", " stray", " goes", " stray", " half go", " stray"],
            comparison.Algorithms.Select(row => (string[])
            [
                row.Name,
                Invariant($"{100 * row.MovedOnAdd:0.00}"),
                Invariant($"{100 * row.StrayOnAdd:0.00}"),
                Invariant($"{100 * row.MovedOnRemove:0.00}"),
                Invariant($"{100 * row.StrayOnRemove:0.00}"),
                Invariant($"{row.ResizedPeakToMean:0.000}"),
                Invariant($"{100 * row.StrayOnResize:0.00}"),
            ]));
        table.Line(Invariant(
            $"even shares have a cv of {comparison.KeyNoise:0.0000} by the keys alone; least moves: {comparison.LeastOnAdd:P2}, {comparison.LeastOnRemove:P2}"));
        foreach (AlgorithmRow row in comparison.Algorithms.Where(row => row.Name.StartsWith("ring ", StringComparison.Ordinal)))
        {
            table.Line($"{row.Name}: {row.Description}");
        }

        table.Line(Invariant($"bounded-load: no node above {BoundedRival.Factor} times the mean. Where a key goes depends on"));
        table.Line("the keys before it: both sides of a move place all keys in the same order;");
        table.Line("ns is a key placed and taken off again, all others placed");
        if (comparison.LeftOut.Count > 0)
        {
            table.Line("peak and cv are over what weights ask for; without weights, so left out:");
            table.Line(string.Join(", ", comparison.LeftOut));
        }
    }
}
