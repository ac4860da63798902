using System.Globalization;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Plots;

/// <summary>How long arcs are, against the exponential law that uniform points follow.</summary>
internal static class ArcLengthPlot
{
    internal static Chart Of(ArcHistogram histogram)
    {
        var bars = new List<Bar>();
        var law = new List<Point>();
        foreach (ArcBin bin in histogram.Bins)
        {
            double middle = bin.From + (ArcHistogram.BinWidth / 2);
            string range = bin.To is { } to
                ? string.Create(CultureInfo.InvariantCulture, $"{bin.From:0.##} to {to:0.##}")
                : string.Create(CultureInfo.InvariantCulture, $"{bin.From:0.##} and more");
            string hover = string.Create(
                CultureInfo.InvariantCulture, $"{range} mean arcs: {bin.Arcs:N0} arcs ({bin.Fraction:P2}), expected {bin.Expected:P2}");
            bars.Add(new Bar(middle, ArcHistogram.BinWidth * 0.92, 100 * bin.Fraction, Color.Accent, hover));
            law.Add(new Point(middle, 100 * bin.Expected, hover));
        }

        double most = histogram.Bins.Max(bin => Math.Max(bin.Fraction, bin.Expected));
        return new Chart(
            "arc-lengths",
            "Lengths of the arcs",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Histogram of {histogram.Arcs:N0} arc lengths in units of the mean arc, beside the exponential law of uniform random points."),
            Axis.Linear("length of an arc (mean arcs; the last bar holds all longer ones)", 0, histogram.Bins.Count * ArcHistogram.BinWidth),
            Axis.Linear("part of all arcs (%)", 0, 100 * most * 1.08),
            [
                new BarMark(Color.Accent, "arcs of this ring", bars),
                new LineMark(Color.Contrast, "exponential law", law),
            ]);
    }
}
