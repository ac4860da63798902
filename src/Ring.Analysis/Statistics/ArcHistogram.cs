namespace RingPerf.Analysis.Statistics;

/// <summary>Lengths of a ring's arcs, in units of the mean arc, against the exponential law of uniform points.</summary>
internal sealed record ArcHistogram(int Arcs, IReadOnlyList<ArcBin> Bins)
{
    /// <summary>Width of a bin in mean arcs.</summary>
    internal const double BinWidth = 0.25;

    private const int LastBin = 23;

    /// <summary>The histogram of a ring with points; the last bin holds everything above it too.</summary>
    internal static ArcHistogram Of(HashRing ring)
    {
        long[] counts = new long[LastBin + 1];
        double mean = HashRing.CircleLength / (double)ring.PointCount;
        for (int point = 0; point < ring.PointCount; point++)
        {
            counts[(int)Math.Min(ring.GetArc(point).Length / mean / BinWidth, LastBin)]++;
        }

        var bins = new ArcBin[counts.Length];
        for (int i = 0; i < bins.Length; i++)
        {
            double from = i * BinWidth;
            double? to = i == LastBin ? null : from + BinWidth;
            double expected = Math.Exp(-from) - (to is null ? 0 : Math.Exp(-to.Value));
            bins[i] = new ArcBin(from, to, counts[i], counts[i] / (double)ring.PointCount, expected);
        }

        return new ArcHistogram(ring.PointCount, bins);
    }

    /// <summary>Greatest gap between the cumulative distribution of all arcs and the exponential law's, at the edges of bins.</summary>
    internal static double LawGap(IEnumerable<ArcHistogram> histograms)
    {
        long[] counts = new long[LastBin + 1];
        foreach (ArcHistogram histogram in histograms)
        {
            for (int i = 0; i < counts.Length; i++)
            {
                counts[i] += histogram.Bins[i].Arcs;
            }
        }

        double all = counts.Sum();
        double gap = 0;
        long below = 0;
        for (int i = 0; i < LastBin; i++)
        {
            below += counts[i];
            gap = Math.Max(gap, Math.Abs((below / all) - (1 - Math.Exp(-(i + 1) * BinWidth))));
        }

        return gap;
    }
}
