namespace RingPerf.Analysis.Statistics;

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
