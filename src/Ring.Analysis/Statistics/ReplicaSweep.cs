using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>Balance over replica counts: many rings of fresh random node names at each.</summary>
internal sealed record ReplicaSweep(IReadOnlyList<SweepCell> Cells)
{
    private const long PointBudget = 60_000_000;

    /// <summary>The default replica counts, 1 to 1000 in steps of 1, 2, 5.</summary>
    internal static readonly int[] DefaultReplicas = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>The default counts and <paramref name="own"/>, as many of the least as a few seconds allow.</summary>
    internal static int[] ReplicasWithin(int own, int nodes, int seeds)
    {
        var replicas = new List<int>();
        long points = 0;
        foreach (int count in DefaultReplicas.Append(own).Distinct().Order())
        {
            points += (long)count * nodes * seeds;
            if (replicas.Count > 0 && points > PointBudget)
            {
                break;
            }

            replicas.Add(count);
        }

        return [.. replicas];
    }

    /// <summary>Runs <paramref name="seeds"/> rings of <paramref name="nodes"/> UUID-named nodes a replica count, on all cores.</summary>
    internal static ReplicaSweep Run(int nodes, int[] replicas, int seeds, HashRingOptions options, ulong seed, Action<double> progress)
    {
        var cells = new List<SweepCell>();
        long total = replicas.Sum(count => (long)count);
        long done = 0;
        foreach (int count in replicas)
        {
            var summaries = new ShareSummary[seeds];
            HashRingOptions cell = options with { Replicas = count };
            Parallel.For(0, seeds, i => summaries[i] = Draw(nodes, cell, seed + (ulong)i));
            cells.Add(new SweepCell(
                nodes,
                count,
                seeds,
                Quantiles.Of(Array.ConvertAll(summaries, summary => summary.Cv)),
                Quantiles.Of(Array.ConvertAll(summaries, summary => summary.PeakToMean)),
                Quantiles.Of(Array.ConvertAll(summaries, summary => summary.MinToMean)),
                ShareSummary.ExpectedCv(nodes, count)));
            done += count;
            progress(done / (double)total);
        }

        return new ReplicaSweep(cells);
    }

    private static ShareSummary Draw(int nodes, HashRingOptions options, ulong seed)
    {
        var uuids = new SeededUuids(seed);
        string[] names = new string[nodes];
        for (int i = 0; i < nodes; i++)
        {
            names[i] = uuids.Next().ToString();
        }

        ulong[] lengths = new ulong[nodes];
        new HashRing(names, options).GetOwnedLengths(lengths);
        return ShareSummary.Of(lengths);
    }
}

/// <summary>Balance at one replica count over many rings.</summary>
/// <param name="Nodes">Nodes of each ring.</param>
/// <param name="Replicas">Points of each node.</param>
/// <param name="Seeds">Number of rings.</param>
/// <param name="Cv">Coefficient of variation of the exact shares.</param>
/// <param name="PeakToMean">Greatest share over the mean.</param>
/// <param name="MinToMean">Least share over the mean.</param>
/// <param name="ExpectedCv">The coefficient of variation that theory expects.</param>
internal sealed record SweepCell(
    int Nodes, int Replicas, int Seeds, Quantiles Cv, Quantiles PeakToMean, Quantiles MinToMean, double ExpectedCv);
