namespace RingPerf.Analysis.Statistics;

/// <summary>Labels that share a position, and how likely that was.</summary>
/// <param name="Pairs">Each label that lost its position, beside the one that owns it.</param>
/// <param name="Expected">Expected number of pairs among uniform positions, C(n, 2) / 2^32.</param>
/// <param name="Probability">Probability of at least one pair: the exact birthday product.</param>
/// <param name="AmongNodes">The same two odds for labels of different nodes only, where agents may disagree.</param>
/// <param name="Disputed">What agents that list the nodes in different orders would disagree about.</param>
/// <param name="Odds">The odds between different nodes for other sizes of ring.</param>
internal sealed record CollisionAnalysis(
    IReadOnlyList<CollidingPair> Pairs,
    double Expected,
    double Probability,
    CollisionOdds AmongNodes,
    DisputedArcs Disputed,
    IReadOnlyList<SizedOdds> Odds)
{
    internal static CollisionAnalysis Of(HashRing ring)
    {
        int[] labels = LabelCounts.Of(ring);
        CollisionOdds all = CollisionOdds.OfLabels(labels.Sum(count => (long)count));
        CollidingPair[] pairs = Array.ConvertAll(ring.GetCollisions(), collision => CollidingPair.Of(ring, collision));
        return new CollisionAnalysis(
            pairs,
            all.Expected,
            all.Probability,
            CollisionOdds.BetweenNodes(labels),
            DisputedArcs.Of(pairs),
            SizedOdds.Table);
    }
}
