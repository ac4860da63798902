using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>What replicas buy, with theory beside it, and how many are enough.</summary>
internal static class SweepSection
{
    internal static string Html(ReportData data, bool hasPng)
    {
        ReplicaSweep sweep = data.Sweep;
        var table = new PageTable("sweep.csv", 1, "nodes", "replicas", "peak-to-mean", "min-to-mean", "cv", "cv expected", "1/√k");
        foreach (SweepCell cell in sweep.Cells)
        {
            table.Row(
                PageText.Of($"{cell.Nodes:N0}"), PageText.Of($"{cell.Replicas:N0}"), PageText.Band(cell.PeakToMean), PageText.Band(cell.MinToMean),
                PageText.Band(cell.Cv), PageText.Of($"{cell.ExpectedCv:0.000}"), PageText.Of($"{cell.InverseRoot:0.000}"));
        }

        return "<h2 id=\"sweep\">What replicas buy</h2>\n" + Advice(data) + PageFigure.Html(data, hasPng, "replicas", "sweep") +
            PageText.Of($"<p class=\"soft\">{sweep.Cells[0].Seeds:N0} rings of random node names a row, seeds {data.Seed:N0} and on; medians, with 5th to 95th percentile. Theory for n nodes of k points each: cv = √((n − 1) / (nk + 1)), near 1/√k.</p>\n") +
            table.Html() + Published(sweep);
    }

    private static string Advice(ReportData data)
    {
        if (data.Advice is not { } advice)
        {
            return $"<p class=\"soft\">How many replicas keep a wanted balance was left out, to save time: {PageText.Command(data.Commands.Advise)} runs it.</p>\n";
        }

        return PageText.Of(
            $"<p><b>{Wording.Count(advice.Replicas, "replica")}</b> a node ({advice.ReplicasLow:N0} to {advice.ReplicasHigh:N0} at 95 %) keep the greatest share of {Wording.Count(advice.Nodes, "node")} of equal weight within {advice.Target} times the mean with a confidence of {advice.Confidence:P0}. Such a ring takes {advice.Bytes:N0} bytes, and here {advice.BuildMs?.Median:0.###} ms to build and {advice.LookupNs?.Median:0.#} ns a lookup. Another bound: {PageText.Command(data.Commands.Advise)}, numbers in {PageText.Link("advise.json")}.</p>\n");
    }

    private static string Published(ReplicaSweep sweep)
    {
        if (sweep.Published.Count == 0)
        {
            return "";
        }

        var table = new PageTable("sweep.json", 1, "replicas", "standard error", "published", "99 % of shares", "theory", "published");
        foreach (LampingVeach row in sweep.Published)
        {
            SweepCell cell = sweep.CellOf(row);
            table.Row(
                PageText.Of($"{row.Replicas:N0}"), PageText.Of($"{cell.Shares.StandardError:0.0000000} ± {cell.Shares.Uncertainty:0.0000000}"), PageText.Of($"{row.StandardError:0.0000000}"),
                PageText.Of($"{cell.Shares.Low:0.000}–{cell.Shares.High:0.000}"), PageText.Of($"{cell.Shares.ExpectedLow:0.000}–{cell.Shares.ExpectedHigh:0.000}"),
                PageText.Of($"{row.Low}–{row.High}"));
        }

        return PageText.Of($"<h3>Beside the table of Lamping and Veach (2014)</h3>\n<p class=\"soft\">Shares of {Wording.Count(sweep.Cells.Max(cell => cell.Nodes), "node")} over their mean; the published ones are of 1000 nodes.</p>\n") + table.Html();
    }
}
