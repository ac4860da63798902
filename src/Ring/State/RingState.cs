using RingPerf.Placement;

namespace RingPerf.State;

/// <summary>Everything a ring is made of, besides the search index that follows from it.</summary>
internal sealed record RingState(HashRingOptions Options, NodeOrder Order, NodeWeights Weights, ReplicaCounts Counts, PointTable Points);
