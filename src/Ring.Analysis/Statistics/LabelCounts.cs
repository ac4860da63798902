namespace RingPerf.Analysis.Statistics;

/// <summary>How many points each node of a ring has, by its weight and by the ring's profile.</summary>
internal static class LabelCounts
{
    internal static int[] Of(HashRing ring) => [.. Enumerable.Range(0, ring.Nodes.Count).Select(ring.GetReplicas)];
}
