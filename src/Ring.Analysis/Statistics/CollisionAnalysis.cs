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

/// <summary>Arcs whose owner depends on the order in which an agent lists the nodes.</summary>
/// <param name="Positions">Number of shared positions that different nodes hash to, 0 under the canonical rule.</param>
/// <param name="Share">Their arcs' part of the circle: two agents may disagree on as much.</param>
internal readonly record struct DisputedArcs(int Positions, double Share)
{
    internal static DisputedArcs Of(IEnumerable<CollidingPair> pairs)
    {
        CollidingPair[] disputed = [.. pairs.Where(pair => pair.OrderDependent).DistinctBy(pair => pair.Position)];
        return new DisputedArcs(disputed.Length, disputed.Sum(pair => pair.Arc));
    }
}

/// <summary>Odds of a collision between different nodes of a ring of some size.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Replicas">Points of each node.</param>
/// <param name="Expected">Expected number of pairs.</param>
/// <param name="Probability">Probability of at least one.</param>
internal readonly record struct SizedOdds(int Nodes, int Replicas, double Expected, double Probability)
{
    private static readonly int[] NodeCounts = [10, 100, 1000, 10_000];
    private static readonly int[] ReplicaCounts = [1, 10, 100, 1000];

    /// <summary>The odds by nodes and replicas.</summary>
    internal static SizedOdds[] Table { get; } =
    [
        .. from nodes in NodeCounts
           from replicas in ReplicaCounts
           let odds = CollisionOdds.BetweenNodes(Enumerable.Repeat(replicas, nodes))
           select new SizedOdds(nodes, replicas, odds.Expected, odds.Probability),
    ];
}

/// <summary>Two labels on one position; the first of each pair is the one that owns it.</summary>
/// <param name="Position">The shared position.</param>
/// <param name="Labels">The owner's label and the one in its shadow.</param>
/// <param name="Nodes">The owner and the node in its shadow.</param>
/// <param name="Arc">The part of the circle at stake, 0 to 1.</param>
/// <param name="OrderDependent">Whether another order of the same nodes gives the arc to the other one.</param>
internal sealed record CollidingPair(
    uint Position, IReadOnlyList<string> Labels, IReadOnlyList<string> Nodes, double Arc, bool OrderDependent)
{
    internal static CollidingPair Of(HashRing ring, RingCollision collision) =>
        new(
            collision.Position,
            [ring.GetLabel(collision.Winner, collision.WinnerReplica), ring.GetLabel(collision.Loser, collision.LoserReplica)],
            [ring.Nodes[collision.Winner], ring.Nodes[collision.Loser]],
            collision.Arc.Share,
            ring.Options.Collisions == CollisionRule.LastWins && collision.Winner != collision.Loser);
}
