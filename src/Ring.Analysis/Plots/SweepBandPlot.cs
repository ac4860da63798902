using System.Globalization;
using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Plots;

/// <summary>The greatest and the least share against the replica count, a band a node count, with theory.</summary>
internal static class SweepBandPlot
{
    private const int MostNodeCounts = 4;
    private const double LeastShown = 0.2;
    private const double Headroom = 1.1;

    private static readonly double[] ShareTicks = [0.2, 0.5, 1, 2, 5, 10, 20];

    internal static Chart Of(ReplicaSweep sweep)
    {
        int[] nodes = [.. sweep.Cells.Select(cell => cell.Nodes).Distinct().Take(MostNodeCounts)];
        int[] replicas = [.. sweep.Cells.Select(cell => cell.Replicas).Distinct().Order()];
        double high = replicas.Length > 1 ? replicas[^1] : replicas[0] * 10.0;
        double most = Math.Max(2, sweep.Cells.Max(cell => cell.PeakToMean.P95)) * Headroom;
        var marks = new List<Mark>();
        for (int i = 0; i < nodes.Length; i++)
        {
            Add(marks, Color.OfNode(i), [.. sweep.Cells.Where(cell => cell.Nodes == nodes[i])]);
        }

        marks.Add(ShareLaw.Above("1 ± ", sweep.PointsAReplica, replicas[0], high));
        marks.Add(ShareLaw.Below(sweep.PointsAReplica, replicas[0], high));
        Point[] rules =
        [
            .. sweep.Rules.Where(rule => nodes.Contains(rule.Nodes) && rule.Replicas >= replicas[0] && rule.Replicas <= high).Select(rule => new Point(
                rule.Replicas, rule.PeakToMean, Invariant($"{rule.Nodes:N0} nodes: 700 ln n points = {rule.Replicas:N0} replicas for {rule.PeakToMean}"))),
        ];
        if (rules.Length > 0)
        {
            marks.Add(new DotMark(Color.Contrast, sweep.PointsAReplica == 1 ? "700 ln n" : Invariant($"700 ln n / {sweep.PointsAReplica}"), rules));
        }

        SweepCell last = sweep.Cells[^1];
        return new Chart(
            "sweep",
            "Greatest and least share against replicas",
            Invariant($"Lines are medians and bands hold 90 % of {last.Seeds:N0} rings a replica count; at {last.Replicas} replicas and {last.Nodes} nodes the greatest share is {last.PeakToMean.Median:0.000} and the least {last.MinToMean.Median:0.000} times the mean. Shares below {LeastShown} are drawn at the edge."),
            new Axis(
                "replicas a node",
                replicas[0] * 0.85,
                high * 1.18,
                [.. replicas.Select(count => new Tick(count, count.ToString(CultureInfo.InvariantCulture)))],
                Logarithmic: true),
            new Axis(
                "share / mean share",
                LeastShown,
                most,
                [.. ShareTicks.Where(tick => tick <= most).Select(tick => new Tick(tick, tick.ToString(CultureInfo.InvariantCulture)))],
                Logarithmic: true),
            marks);
    }

    /// <summary>What a pointer is told at a cell's median.</summary>
    internal static string Hover(SweepCell cell, string measure, Quantiles band) => Invariant(
        $"{cell.Nodes:N0} × {cell.Replicas:N0}: {measure} {band.Median:0.000} times the mean, 90 % within {band.P05:0.000} to {band.P95:0.000}");

    private static void Add(List<Mark> marks, Color color, SweepCell[] cells)
    {
        Color band = color with { Opacity = 0.25 };
        marks.Add(new BandMark(band, null, [.. cells.Select(cell => new Extent(cell.Replicas, cell.PeakToMean.P05, cell.PeakToMean.P95))]));
        marks.Add(new BandMark(band, null, [.. cells.Select(cell => new Extent(cell.Replicas, cell.MinToMean.P05, cell.MinToMean.P95))]));
        marks.Add(new LineMark(
            color,
            Invariant($"{cells[0].Nodes:N0} node{(cells[0].Nodes == 1 ? "" : "s")}"),
            [.. cells.Select(cell => new Point(cell.Replicas, cell.PeakToMean.Median, Hover(cell, "greatest share", cell.PeakToMean)))]));
        marks.Add(new LineMark(
            color, null, [.. cells.Select(cell => new Point(cell.Replicas, cell.MinToMean.Median, Hover(cell, "least share", cell.MinToMean)))]));
    }
}
