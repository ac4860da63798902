using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Rivals;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Support;

/// <summary>Reports with a small sweep, for tests of what is shown.</summary>
internal static class SampleReport
{
    internal static readonly string[] Single = ["node-0"];

    internal static readonly string[] Ten = Numbered(10);

    internal static readonly string[] FortyOne = Numbered(41);

    internal static readonly string[] ThreeHundred = Numbered(300);

    internal static ReportData Of(string[] nodes, int replicas = 100, int keys = 20_000, HashFunction hash = HashFunction.Md5) =>
        Of(new HashRing(nodes, new HashRingOptions { Replicas = replicas, Hash = hash }), keys);

    internal static ReportData Of(HashRing ring, int keys = 100)
    {
        using var source = new SeededKeys(keys, 1);
        HashRing after = ring.Add("new-node");
        return new ReportData(
            RunDescription.Of(ring, "ringperf report", source.Description),
            new ReportCommands("ringperf report", "ringperf balance", "ringperf movement", "ringperf sweep", "ringperf advise", "ringperf compare"),
            ring,
            BalanceAnalysis.Of(ring, KeyCounts.Of(ring, source)),
            CollisionAnalysis.Of(ring),
            ArcHistogram.Of(ring),
            ReplicaSweep.Run(ReplicaSweep.Pairs([ring.Nodes.Count], [1, 10, 100]), 100, ring.Options, 1, _ => { }),
            new PlannedChange(
                new NodeChanges(["new-node"], [], new Dictionary<string, double>()),
                true,
                MovementAnalysis.Of(ring, after, KeyMoves.Of(ring, after, source)),
                MovedRange.Between(ring, after)),
            1);
    }

    /// <summary>A report with every part that one may have, over two node counts.</summary>
    internal static ReportData Whole() => AllParts.Value;

    private static readonly Lazy<ReportData> AllParts = new(() =>
    {
        ReportData data = Of(Ten, 100, 1000);
        var question = new ReplicaQuestion(10, 1.2, 0.9, 20, data.Ring.Options, 1);
        return new ReportData(
            data.Run,
            data.Commands,
            data.Ring,
            data.Balance,
            data.Collisions,
            data.Arcs,
            ReplicaSweep.Run(ReplicaSweep.Pairs([10, 100], [1, 10, 100]), 100, data.Ring.Options, 1, _ => { }),
            data.Change,
            data.Seed,
            ReplicaAdvice.Measure(question, ReplicaSimulation.Run(question, (_, _) => { }), (_, _) => { }),
            AlgorithmComparison.Run(ComparedInput.Random(10, 500), 2, data.Ring.Options, 1, (_, _) => { }),
            new MachineResults(
                "results/this", new Processor("This <CPU>", 1, 2), ".NET 10.0", "2026-01-02T03:04:05Z", "benchmarks --quick", new Dictionary<string, string>(),
                [
                    new BenchmarkEntry("Lookup", "md5 Nodes=100", 1234.56, 1300.1, 2.5, 15), new BenchmarkEntry("Rival", "ring <md5>", 90.5, 91, 0.5, 15),
                    new BenchmarkEntry("Rival", "other", 512, 513, 1.5, 15),
                ]));
    });

    internal static void Write(string folder, ReportData data, PlotFont? font = null)
    {
        using OutputFolder output = OutputFolder.Create(folder);
        ReportFiles.Write(output, data, font);
        output.Complete();
    }

    private static string[] Numbered(int count) => [.. Enumerable.Range(0, count).Select(i => $"node-{i}")];
}
