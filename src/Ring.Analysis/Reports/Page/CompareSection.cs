using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>The ring beside other algorithms, on as many nodes.</summary>
internal static class CompareSection
{
    internal static string Html(ReportData data, bool hasPng)
    {
        const string heading = "<h2 id=\"compare\">Beside other algorithms</h2>\n";
        if (data.Comparison is not { } comparison)
        {
            return $"{heading}<p class=\"soft\">Other algorithms were left out, to save time: {PageText.Command(data.Commands.Compare)} runs them.</p>\n";
        }

        var table = new PageTable(
            "compare.csv", 1, "algorithm", "peak-to-mean", "cv", "ns a lookup", "ms to build", "ms to add", "bytes", "moved, one comes", "strays",
            "moved, one goes", "strays", "peak-to-mean, half gone", "strays");
        foreach (AlgorithmRow row in comparison.Algorithms)
        {
            AlgorithmBands bands = row.Bands;
            table.Row(
                PageText.Escape(row.Name), PageText.Band(bands.PeakToMean), PageText.Band(bands.Cv, "0.0000"), PageText.Band(bands.LookupNs, "0.0"),
                PageText.Band(bands.BuildMs), PageText.Band(bands.ResizeMs), PageText.Of($"{row.Bytes:N0}"),
                PageText.Of($"{row.MovedOnAdd:P2}"), PageText.Of($"{row.StrayOnAdd:P2}"), PageText.Of($"{row.MovedOnRemove:P2}"),
                PageText.Of($"{row.StrayOnRemove:P2}"), PageText.Band(bands.ResizedPeakToMean), PageText.Of($"{row.StrayOnResize:P2}"));
        }

        return heading + PageText.Of(
            $"<p class=\"soft\">{Wording.Count(comparison.Nodes, "node")} and {Wording.Count(comparison.Keys, "random key")}; medians of {Wording.Count(comparison.Seeds, "run")}, with 5th to 95th percentile; times on this machine. Even shares have a cv of {comparison.KeyNoise:0.0000} by the keys alone. The least that must move is {comparison.LeastOnAdd:P2} of the keys when a node comes and {comparison.LeastOnRemove:P2} when one goes; strays move between two nodes that stay.</p>\n") +
            PageFigure.Html(data, hasPng, "compare-balance", "compare-lookup", "compare-strays") + table.Html() + Notes(comparison);
    }

    private static string Notes(AlgorithmComparison comparison)
    {
        string rows = string.Concat(comparison.Algorithms.Where(row => row.Description.Length > 0)
            .Select(row => $"<dt>{PageText.Escape(row.Name)}</dt><dd>{PageText.Escape(row.Description)}</dd>\n"));
        const string order =
            "<p class=\"soft\">With bounded loads a key's node depends on the keys before it: both sides of a move place all keys in the same order, " +
            "and a lookup is a key placed and taken off again.</p>\n";
        return order + (comparison.LeftOut.Count == 0
            ? $"<dl>\n{rows}</dl>\n"
            : $"<dl>\n{rows}<dt>left out</dt><dd>{PageText.Escape(string.Join(", ", comparison.LeftOut))}, which take no weights</dd></dl>\n");
    }
}
