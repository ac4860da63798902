using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>A report's data to the files of its folder.</summary>
internal static class ReportFiles
{
    /// <summary>Writes page, plots and tables; PNG plots only where a font is at hand.</summary>
    internal static void Write(OutputFolder folder, ReportData data, PlotFont? font)
    {
        folder.Write("index.html", HtmlPage.Of(data, hasPng: font is not null));
        folder.Write("balance.json", BalanceText.Json(data.Balance));
        folder.Write("balance.csv", BalanceText.Csv(data.Balance));
        folder.Write("collisions.json", CollisionText.Json(data.Collisions));
        folder.Write("collisions.csv", CollisionText.Csv(data.Collisions));
        folder.Write("sweep.json", SweepText.Json(data.Sweep));
        folder.Write("replicas.csv", SweepText.Csv(data.Sweep));
        folder.Write("arc-lengths.csv", ArcLengthsCsv(data.Arcs));
        folder.Write("ring.csv", ArcsCsv(data.Ring));
        folder.Write(OutputFolder.Marker, JsonContract.Text(data.Run));
        folder.WritePlots(data.Charts, font);
    }

    /// <summary>The file with a figure's numbers.</summary>
    internal static string CsvOf(Chart chart) => chart.Name == "ownership" ? "balance.csv" : $"{chart.Name}.csv";

    private static string ArcLengthsCsv(ArcHistogram histogram)
    {
        var csv = new CsvText("from (mean arcs)", "to (mean arcs)", "arcs", "fraction", "expected");
        foreach (ArcBin bin in histogram.Bins)
        {
            csv.Row(bin.From, bin.To, bin.Arcs, bin.Fraction, bin.Expected);
        }

        return csv.ToString();
    }

    private static string ArcsCsv(HashRing ring)
    {
        var csv = new CsvText("position", "node", "arc start", "arc length");
        for (int point = 0; point < ring.PointCount; point++)
        {
            RingArc arc = ring.GetArc(point);
            csv.Row(ring.Positions[point], ring.Nodes[arc.NodeIndex], arc.Start, arc.Length);
        }

        return csv.ToString();
    }
}
