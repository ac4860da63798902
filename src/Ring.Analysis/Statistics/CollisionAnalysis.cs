namespace RingPerf.Analysis.Statistics;

/// <summary>Labels that share a position, and how likely that was.</summary>
/// <param name="Pairs">Each label that lost its position, beside the one that owns it.</param>
/// <param name="Expected">Expected number of pairs among uniform positions, C(n, 2) / 2^32.</param>
/// <param name="Probability">Probability of at least one pair: the exact birthday product.</param>
/// <param name="AmongNodes">The same two odds for labels of different nodes only, where agents may disagree.</param>
internal sealed record CollisionAnalysis(
    IReadOnlyList<CollidingPair> Pairs, double Expected, double Probability, CollisionOdds AmongNodes)
{
    internal static CollisionAnalysis Of(HashRing ring)
    {
        CollisionOdds all = CollisionOdds.OfLabels((long)ring.Nodes.Count * ring.Options.Replicas);
        CollidingPair[] pairs = Array.ConvertAll(ring.GetCollisions(), collision => CollidingPair.Of(ring, collision));
        return new CollisionAnalysis(
            pairs, all.Expected, all.Probability, CollisionOdds.BetweenNodes(ring.Nodes.Count, ring.Options.Replicas));
    }
}

/// <summary>Two labels on one position; the first of each pair is the one that owns it.</summary>
/// <param name="Position">The shared position.</param>
/// <param name="Labels">The owner's label and the one in its shadow.</param>
/// <param name="Nodes">The owner and the node in its shadow.</param>
/// <param name="Arc">The part of the circle at stake, 0 to 1.</param>
internal sealed record CollidingPair(uint Position, IReadOnlyList<string> Labels, IReadOnlyList<string> Nodes, double Arc)
{
    internal static CollidingPair Of(HashRing ring, RingCollision collision) =>
        new(
            collision.Position,
            [ring.GetLabel(collision.Winner, collision.WinnerReplica), ring.GetLabel(collision.Loser, collision.LoserReplica)],
            [ring.Nodes[collision.Winner], ring.Nodes[collision.Loser]],
            collision.Arc.Share);
}
