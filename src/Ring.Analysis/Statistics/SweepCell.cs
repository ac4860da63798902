namespace RingPerf.Analysis.Statistics;

/// <summary>Balance at one node and replica count over many rings.</summary>
/// <param name="Nodes">Nodes of each ring.</param>
/// <param name="Replicas">The replica count: points of each node, or what the profile counts.</param>
/// <param name="Seeds">Number of rings.</param>
/// <param name="Cv">Coefficient of variation of the exact shares.</param>
/// <param name="PeakToMean">Greatest share over the mean.</param>
/// <param name="MinToMean">Least share over the mean.</param>
/// <param name="ExpectedCv">The coefficient of variation that theory expects.</param>
/// <param name="InverseRoot">1/√points, its limit for many nodes.</param>
/// <param name="Shares">Single shares of all rings, in mean shares.</param>
/// <param name="ArcLawGap">Greatest gap between the arcs' cumulative distribution and the exponential law's, over all rings.</param>
/// <param name="Points">Points of each node.</param>
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
    double ArcLawGap,
    int Points)
{
    internal static SweepCell Of(int nodes, int replicas, IReadOnlyList<SweptRing> rings) =>
        new(
            nodes,
            replicas,
            rings.Count,
            Quantiles.Of([.. rings.Select(ring => ring.Summary.Cv)]),
            Quantiles.Of([.. rings.Select(ring => ring.Summary.PeakToMean)]),
            Quantiles.Of([.. rings.Select(ring => ring.Summary.MinToMean)]),
            ShareSummary.ExpectedCv(nodes, rings[0].Points),
            1 / Math.Sqrt(rings[0].Points),
            ShareSpread.Of(nodes, rings[0].Points, rings),
            ArcHistogram.LawGap(rings.Select(ring => ring.Arcs)),
            rings[0].Points);
}
