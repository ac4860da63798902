namespace RingPerf.Analysis.Statistics;

/// <summary>How many points each node of a ring has, by its weight and by the ring's profile.</summary>
internal static class LabelCounts
{
    private const int PointsOfKetamaLabel = 4;

    internal static int[] Of(HashRing ring) => [.. Enumerable.Range(0, ring.Nodes.Count).Select(ring.GetReplicas)];

    /// <summary>Points of one of the labels that <see cref="HashRingOptions.Replicas"/> counts.</summary>
    internal static int PointsOfLabel(RingProfile profile) => profile is RingProfile.Ketama or RingProfile.UhashringKetama ? PointsOfKetamaLabel : 1;
}
