using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
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
        return new ReportData(
            RunDescription.Of(ring, "ringperf report", source.Description),
            ring,
            BalanceAnalysis.Of(ring, KeyCounts.Of(ring, source)),
            CollisionAnalysis.Of(ring),
            ArcHistogram.Of(ring),
            ReplicaSweep.Run(ReplicaSweep.Pairs([ring.Nodes.Count], [1, 10, 100]), 100, ring.Options, 1, _ => { }),
            1);
    }

    internal static void Write(string folder, ReportData data, PlotFont? font = null)
    {
        using OutputFolder output = OutputFolder.Create(folder);
        ReportFiles.Write(output, data, font);
        output.Complete();
    }

    private static string[] Numbered(int count) => [.. Enumerable.Range(0, count).Select(i => $"node-{i}")];
}
