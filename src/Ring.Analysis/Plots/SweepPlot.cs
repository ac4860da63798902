using System.Globalization;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Plots;

/// <summary>What replicas buy: peak-to-mean against the replica count, over many rings, with theory and the user's own ring.</summary>
internal static class SweepPlot
{
    /// <param name="cells">Rings of as many nodes as the user's, replicas ascending.</param>
    /// <param name="pointsAReplica">Points that a replica stands for.</param>
    /// <param name="replicas">Replicas of the user's ring.</param>
    /// <param name="peakToMean">Its greatest share over the mean.</param>
    internal static Chart Of(IReadOnlyList<SweepCell> cells, int pointsAReplica, int replicas, double peakToMean)
    {
        double first = cells[0].Replicas;
        double last = Math.Max(cells[^1].Replicas, replicas);
        double low = Math.Min(first, replicas);
        double high = last > low ? last : low * 10;
        double most = Math.Max(Math.Max(peakToMean, cells.Max(cell => cell.PeakToMean.P95)), 2);
        string seeds = string.Create(CultureInfo.InvariantCulture, $"{cells[0].Seeds:N0} rings");
        int[] ticked = [.. cells.Select(cell => cell.Replicas)];
        var x = new Axis(
            "replicas a node",
            low * 0.85,
            high * 1.18,
            [.. ticked.Select(count => new Tick(count, count.ToString(CultureInfo.InvariantCulture)))],
            Logarithmic: true);
        return new Chart(
            "replicas",
            string.Create(CultureInfo.InvariantCulture, $"Peak-to-mean share against replicas, {cells[0].Nodes:N0} node{(cells[0].Nodes == 1 ? "" : "s")}"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"The median peak-to-mean is {cells[0].PeakToMean.Median:0.00} at replica count {cells[0].Replicas} and {cells[^1].PeakToMean.Median:0.00} at {cells[^1].Replicas}; the band holds 90 % of {seeds}; this ring, at {replicas}, has {peakToMean:0.000}."),
            x,
            Axis.Linear("greatest share / mean share", 1, most * 1.05),
            [
                new BandMark(
                    Color.Accent with { Opacity = 0.25 },
                    $"5–95 % of {seeds}",
                    [.. cells.Select(cell => new Extent(cell.Replicas, cell.PeakToMean.P05, cell.PeakToMean.P95))]),
                new LineMark(Color.Accent, "median", [.. cells.Select(cell => new Point(cell.Replicas, cell.PeakToMean.Median, SweepBandPlot.Hover(cell, "greatest share", cell.PeakToMean)))]),
                ShareLaw.Above("1 + ", pointsAReplica, first, cells[^1].Replicas),
                new DotMark(
                    Color.Contrast,
                    "this ring",
                    [new Point(replicas, peakToMean, string.Create(CultureInfo.InvariantCulture, $"this ring: {replicas} replicas, {peakToMean:0.000}"))]),
            ]);
    }
}
