namespace RingPerf.Analysis.Statistics;

/// <summary>Balance at one node and replica count over many rings.</summary>
/// <param name="Nodes">Nodes of each ring.</param>
/// <param name="Replicas">Points of each node.</param>
/// <param name="Seeds">Number of rings.</param>
/// <param name="Cv">Coefficient of variation of the exact shares.</param>
/// <param name="PeakToMean">Greatest share over the mean.</param>
/// <param name="MinToMean">Least share over the mean.</param>
/// <param name="ExpectedCv">The coefficient of variation that theory expects.</param>
/// <param name="InverseRoot">1/√R, its limit for many nodes.</param>
/// <param name="Shares">Single shares of all rings, in mean shares.</param>
/// <param name="ArcLawGap">Greatest gap between the arcs' cumulative distribution and the exponential law's, over all rings.</param>
internal sealed record SweepCell(
    int Nodes,
    int Replicas,
    int Seeds,
    Quantiles Cv,
    Quantiles PeakToMean,
    Quantiles MinToMean,
    double ExpectedCv,
    double InverseRoot,
    ShareSpread Shares,
    double ArcLawGap)
{
    internal static SweepCell Of(int nodes, int replicas, IReadOnlyList<SweptRing> rings) =>
        new(
            nodes,
            replicas,
            rings.Count,
            Quantiles.Of([.. rings.Select(ring => ring.Summary.Cv)]),
            Quantiles.Of([.. rings.Select(ring => ring.Summary.PeakToMean)]),
            Quantiles.Of([.. rings.Select(ring => ring.Summary.MinToMean)]),
            ShareSummary.ExpectedCv(nodes, replicas),
            1 / Math.Sqrt(replicas),
            ShareSpread.Of(nodes, replicas, rings),
            ArcHistogram.LawGap(rings.Select(ring => ring.Arcs)));
}
