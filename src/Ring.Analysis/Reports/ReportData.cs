using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>Everything a report shows, computed once.</summary>
/// <param name="Run">What it was made from.</param>
/// <param name="Commands">Command lines that make its parts again.</param>
/// <param name="Ring">The ring.</param>
/// <param name="Balance">Shares and keys of its nodes.</param>
/// <param name="Collisions">Labels that share a position.</param>
/// <param name="Arcs">Lengths of its arcs.</param>
/// <param name="Sweep">Balance over replica counts.</param>
/// <param name="Change">A change of its nodes.</param>
/// <param name="Seed">The first seed of everything drawn.</param>
/// <param name="Advice">The replica count for a wanted balance; null where drawing the rings would take too long.</param>
/// <param name="Comparison">The ring beside its rivals; null where running them would take too long.</param>
/// <param name="Benchmarks">Benchmark results of this machine; null where there are none.</param>
internal sealed record ReportData(
    RunDescription Run,
    ReportCommands Commands,
    HashRing Ring,
    BalanceAnalysis Balance,
    CollisionAnalysis Collisions,
    ArcHistogram Arcs,
    ReplicaSweep Sweep,
    PlannedChange Change,
    ulong Seed,
    ReplicaAdvice? Advice = null,
    AlgorithmComparison? Comparison = null,
    MachineResults? Benchmarks = null)
{
    /// <summary>Names of nodes in the order they were given, in which one may stand several times.</summary>
    internal IReadOnlyList<string> GivenNodes { get; init; } = Ring.Nodes;

    /// <summary>The part of the sweep with as many nodes as the ring.</summary>
    internal IReadOnlyList<SweepCell> OwnCells { get; } = OwnOf(Sweep, Ring);

    /// <summary>The figures, in the order of the page.</summary>
    internal IReadOnlyList<ReportFigure> Figures { get; } =
    [
        new(OwnershipPlot.Of(Balance), "balance.csv", Commands.Balance),
        new(RingPlot.Of(Ring), "ring.csv", Commands.Report),
        new(ArcLengthPlot.Of(Arcs), "arc-lengths.csv", Commands.Report),
        new(MovementPlot.Of(Change.Movement), "movement.csv", Commands.Movement),
        new(
            SweepPlot.Of(
                OwnOf(Sweep, Ring), Sweep.PointsAReplica, Ring.Options.Replicas,
                Balance.Summary.Weighted ? Balance.Summary.PeakToExpected : Balance.Summary.PeakToMean),
            "sweep.csv",
            Commands.Sweep),
        .. Of(Sweep.Cells.Count > OwnOf(Sweep, Ring).Count ? [SweepBandPlot.Of(Sweep)] : [], "sweep.csv", Commands.Sweep),
        .. Of(Comparison is null ? [] : ComparePlot.Of(Comparison), "compare.csv", Commands.Compare),
        .. Benchmarks is { Rivals.Count: > 0 } ? Of([BenchmarkPlot.Of(Benchmarks)], "benchmarks.csv", Benchmarks.Command) : [],
    ];

    /// <summary>What the figures show.</summary>
    internal IEnumerable<Chart> Charts => Figures.Select(figure => figure.Chart);

    private static IReadOnlyList<SweepCell> OwnOf(ReplicaSweep sweep, HashRing ring) => [.. sweep.Cells.Where(cell => cell.Nodes == ring.Nodes.Count)];

    private static IEnumerable<ReportFigure> Of(IEnumerable<Chart> charts, string csv, string command) =>
        charts.Select(chart => new ReportFigure(chart, csv, command));
}
