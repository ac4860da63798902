using RingPerf.Analysis.Rivals;

namespace RingPerf.Analysis.Statistics;

/// <summary>The ring beside its rivals.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Keys">Keys of each run.</param>
/// <param name="Seeds">Runs of each algorithm; random nodes and keys are fresh in each, the user's own the same.</param>
/// <param name="KeyNoise">The cv that so many random keys have on perfectly even shares.</param>
/// <param name="LeastOnAdd">The least part of the keys that must move when a node of weight 1 comes.</param>
/// <param name="LeastOnRemove">The least part of the keys that must move when a node goes, mean over the nodes.</param>
/// <param name="Algorithms">One row each.</param>
/// <param name="LeftOut">Names of those that do not take the nodes' weights.</param>
internal sealed record AlgorithmComparison(
    int Nodes,
    int Keys,
    int Seeds,
    double KeyNoise,
    double LeastOnAdd,
    double LeastOnRemove,
    IReadOnlyList<AlgorithmRow> Algorithms,
    IReadOnlyList<string> LeftOut)
{
    /// <summary>Runs every algorithm on all cores, then times one after the other.</summary>
    internal static AlgorithmComparison Run(ComparedInput input, int seeds, HashRingOptions options, ulong seed, Action<string, double> progress)
    {
        IReadOnlyList<RivalKind> all = RivalSet.Of(options);
        RivalKind[] kinds = [.. all.Where(kind => Array.TrueForAll(input.OwnNodes ?? [], node => kind.Takes(node.Weight)))];
        RivalRun[][] runs = new RivalRun[kinds.Length][];
        int done = 0;
        for (int i = 0; i < kinds.Length; i++)
        {
            Func<RingNode[], Rival> build = kinds[i].Build;
            runs[i] = RingDraws.Each(
                seeds,
                (double)input.Nodes * options.Replicas,
                run => RivalRun.Of(build, input, seed + (ulong)run),
                () => progress("running", ++done / (double)(seeds * kinds.Length)));
        }

        RingNode[] nodes = input.NodesOf(seed).Nodes;
        var rows = new List<AlgorithmRow>();
        foreach (RivalKind kind in kinds)
        {
            progress("timing", rows.Count / (double)kinds.Length);
            rows.Add(AlgorithmRow.Of(kind, runs[rows.Count], nodes, input.Keys));
        }

        return new AlgorithmComparison(
            input.Nodes,
            input.Keys,
            seeds,
            Math.Sqrt(input.FairParts().Average(part => (1 - part) / part) / input.Keys),
            1 / (nodes.Sum(node => node.Weight) + 1),
            1.0 / input.Nodes,
            rows,
            [.. all.Except(kinds).Select(kind => kind.Name)]);
    }
}
