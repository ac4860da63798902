using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary>How much a report computes: half a minute's worth, or everything.</summary>
/// <param name="Pairs">Node and replica counts of the sweep.</param>
/// <param name="AdviceRings">Rings the adviser's answer is tried on; null for no advice.</param>
/// <param name="CompareKeys">Keys of each run of a rival; null for no rivals.</param>
/// <param name="CompareSeeds">Runs of each rival.</param>
internal sealed record ReportScope(IReadOnlyList<(int Nodes, int Replicas)> Pairs, int? AdviceRings, int? CompareKeys, int CompareSeeds)
{
    /// <summary>The bound of peak-to-mean that the adviser is asked for.</summary>
    internal const double Target = 1.1;

    /// <summary>The part of all rings that is to keep it.</summary>
    internal const double Confidence = 0.95;

    private const int BriefAdviceRings = 20;
    private const int BriefAdviceNodes = 1500;
    private const int BriefCompareNodes = 200;
    private const int BriefCompareKeys = 20_000;
    private const int BriefCompareSeeds = 5;

    private const int FullAdviceRings = 200;
    private const int FullCompareKeys = 100_000;
    private const int FullCompareSeeds = 20;
    private const int FullNodes = 10_000;
    private const int LeastKeys = 1000;
    private const long FullCompareWork = 1_000_000_000;
    private const long FullPoints = 1_000_000;

    private static readonly int[] FullNodeCounts = [10, 100, 1000];
    private static readonly int[] FullReplicas = [.. ReplicaSweep.DefaultReplicas, 2000, 5000, 10_000];

    /// <summary>Whether the sweep has one node count, so that it is the grid of a single command.</summary>
    internal bool IsOfOneNodeCount => Pairs.All(pair => pair.Nodes == Pairs[0].Nodes);

    internal ReportScope Without(ReportPart part) => part == ReportPart.Advise ? this with { AdviceRings = null } : this with { CompareKeys = null };

    internal static ReportScope Brief(int nodes, int replicas, int seeds) => new(
        ReplicaSweep.Pairs([nodes], ReplicaSweep.ReplicasWithin(replicas, nodes, seeds)),
        nodes <= BriefAdviceNodes ? BriefAdviceRings : null,
        nodes <= BriefCompareNodes ? BriefCompareKeys : null,
        BriefCompareSeeds);

    internal static ReportScope Full(int nodes, int replicas) => new(
        [
            .. ReplicaSweep.Pairs([.. FullNodeCounts.Append(nodes).Distinct().Order()], [.. FullReplicas.Append(replicas).Distinct().Order()])
                .Where(pair => (long)pair.Nodes * pair.Replicas <= FullPoints || pair == (nodes, replicas)),
        ],
        nodes <= FullNodes ? FullAdviceRings : null,
        nodes <= FullNodes ? (int)Math.Clamp(FullCompareWork / nodes / FullCompareSeeds, LeastKeys, FullCompareKeys) : null,
        FullCompareSeeds);
}
