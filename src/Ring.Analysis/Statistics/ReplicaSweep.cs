using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>Balance over node and replica counts: many rings of fresh random node names at each.</summary>
/// <param name="Cells">One a node count and replica count with points, replicas ascending within nodes.</param>
/// <param name="Rules">What the rule of 700 ln n asks for, one a node count.</param>
/// <param name="PointsAReplica">Points that a replica stands for in the rings' profile.</param>
internal sealed record ReplicaSweep(IReadOnlyList<SweepCell> Cells, IReadOnlyList<ReplicaRule> Rules, int PointsAReplica)
{
    /// <summary>The published rows that a cell of the greatest node count stands beside; none for rings of far fewer nodes than the published.</summary>
    public IReadOnlyList<LampingVeach> Published =>
        [.. LampingVeach.Rows.Where(row => GreatestRings.Any(cell => cell.Nodes >= LampingVeach.LeastNodes && cell.Points == row.Replicas))];

    private const long PointBudget = 60_000_000;

    /// <summary>The default replica counts of a report, 1 to 1000 in steps of 1, 2, 5.</summary>
    internal static readonly int[] DefaultReplicas = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    private IEnumerable<SweepCell> GreatestRings => Cells.Where(cell => cell.Nodes == Cells.Max(other => other.Nodes));

    /// <summary>The cell that stands beside a published row, the one of the fewest replicas where several have its points.</summary>
    internal SweepCell CellOf(LampingVeach row) => GreatestRings.First(cell => cell.Points == row.Replicas);

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

    /// <summary>Runs <paramref name="seeds"/> rings of UUID-named nodes a cell, on all cores; their number changes no answer.</summary>
    /// <param name="pairs">Node and replica counts of the cells.</param>
    /// <param name="seeds">Rings a cell.</param>
    /// <param name="options">Labels and hash of the rings.</param>
    /// <param name="seed">The first ring's seed; the others follow it.</param>
    /// <param name="progress">Told the part that is done, 0 to 1, ascending, by one thread at a time.</param>
    /// <remarks>A pair whose rings have no points, as some of one replica under ketama, has no cell.</remarks>
    /// <exception cref="BadInputException">No pair has points.</exception>
    internal static ReplicaSweep Run(
        IReadOnlyList<(int Nodes, int Replicas)> pairs, int seeds, HashRingOptions options, ulong seed, Action<double> progress)
    {
        var cells = new List<SweepCell>();
        int pointsAReplica = RingInput.PointsAReplica(options.Profile);
        double total = pairs.Sum(pair => (double)pair.Nodes * pair.Replicas) * seeds;
        double done = 0;
        foreach ((int nodes, int replicas) in pairs)
        {
            double points = (double)nodes * replicas;
            HashRingOptions cell = options with { Replicas = replicas };
            SweptRing[] rings = RingDraws.Each(
                seeds, points * pointsAReplica, i => SweptRing.Draw(nodes, cell, seed + (ulong)i), () => progress((done += points) / total));
            if (rings[0].Points > 0)
            {
                cells.Add(SweepCell.Of(nodes, replicas, rings));
            }
        }

        if (cells.Count == 0)
        {
            throw RingInput.WithoutPoints(pairs[^1].Nodes, options with { Replicas = pairs[^1].Replicas });
        }

        return new ReplicaSweep(cells, [.. pairs.Select(pair => pair.Nodes).Distinct().Select(nodes => ReplicaRule.Of(nodes, pointsAReplica))], pointsAReplica);
    }

    /// <summary>Every node count with every replica count, but for pairs of more points than <paramref name="mostPoints"/>.</summary>
    internal static (int Nodes, int Replicas)[] Pairs(int[] nodes, int[] replicas, long mostPoints = long.MaxValue) =>
    [
        .. from nodeCount in nodes
           from replicaCount in replicas
           where (long)nodeCount * replicaCount <= mostPoints
           select (nodeCount, replicaCount),
    ];
}
