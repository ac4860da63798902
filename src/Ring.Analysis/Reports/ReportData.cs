using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>Everything a report shows, computed once.</summary>
internal sealed record ReportData(
    RunDescription Run,
    HashRing Ring,
    BalanceAnalysis Balance,
    CollisionAnalysis Collisions,
    ArcHistogram Arcs,
    ReplicaSweep Sweep,
    ulong Seed)
{
    /// <summary>Names of nodes in the order they were given, in which one may stand several times.</summary>
    internal IReadOnlyList<string> GivenNodes { get; init; } = Ring.Nodes;

    /// <summary>The figures, in the order of the page.</summary>
    internal Chart[] Charts { get; } =
    [
        OwnershipPlot.Of(Balance),
        SweepPlot.Of(Sweep, Ring.Options.Replicas, Balance.Summary.Weighted ? Balance.Summary.PeakToExpected : Balance.Summary.PeakToMean),
        RingPlot.Of(Ring),
        ArcLengthPlot.Of(Arcs),
    ];
}
