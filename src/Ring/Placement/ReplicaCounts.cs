using RingPerf.Hashing.Ketama;

namespace RingPerf.Placement;

/// <summary>How many points each node of a ring has: one number for all, or one a node where weights differ.</summary>
internal sealed class ReplicaCounts
{
    private readonly int _each;
    private readonly int[]? _perNode;

    private ReplicaCounts(int nodes, int each)
    {
        _each = each;
        Nodes = nodes;
        Total = nodes * each;
    }

    private ReplicaCounts(int[] perNode, int total)
    {
        _perNode = perNode;
        Nodes = perNode.Length;
        Total = total;
    }

    internal int Nodes { get; }

    /// <summary>Points of all nodes, those in shadow too.</summary>
    internal int Total { get; }

    internal int this[int node] => _perNode is null ? _each : _perNode[node];

    /// <summary>Where each node's points begin when they lie side by side in an order, and behind them where the last end.</summary>
    internal int[] Starts(int[] order)
    {
        int[] starts = new int[order.Length + 1];
        for (int place = 0; place < order.Length; place++)
        {
            starts[place + 1] = starts[place] + this[order[place]];
        }

        return starts;
    }

    /// <summary>The counts of <paramref name="nodes"/> nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The points are more than a ring holds.</exception>
    internal static ReplicaCounts Of(int nodes, HashRingOptions options, NodeWeights weights)
    {
        if (nodes == 0)
        {
            return new ReplicaCounts(0, 0);
        }

        double sum = weights.Sum(nodes);
        if (weights.AreEqual)
        {
            double each = PointsOf(1, sum, nodes, options);
            if (nodes * each > PointPlacement.MaxPoints)
            {
                Throw.TooManyPoints(nodes, options.Replicas, nodes * each, PointPlacement.MaxPoints);
            }

            return new ReplicaCounts(nodes, (int)each);
        }

        int[] perNode = new int[nodes];
        double total = 0;
        for (int node = 0; node < nodes; node++)
        {
            double points = PointsOf(weights[node], sum, nodes, options);
            total += points;
            perNode[node] = (int)Math.Min(points, int.MaxValue);
        }

        if (total > PointPlacement.MaxPoints)
        {
            Throw.TooManyWeightedPoints(nodes, options.Replicas, total, PointPlacement.MaxPoints);
        }

        return new ReplicaCounts(perNode, (int)total);
    }

    private static double PointsOf(double weight, double sum, int nodes, HashRingOptions options) => options.Profile switch
    {
        RingProfile.Tooz => options.Replicas * weight,
        RingProfile.Ketama => KetamaPoints.PerLabel * KetamaLabels(weight, sum, nodes, options.Replicas),
        RingProfile.UhashringKetama => KetamaPoints.PerLabel * (double)((Int128)options.Replicas * nodes * (Int128)weight / (Int128)sum),
        _ => Math.Max(1, Math.Round(options.Replicas * weight, MidpointRounding.AwayFromZero)),
    };

    // Single precision, as libmemcached and spymemcached compute it: some numbers of equal nodes have a label less than replicas.
    private static double KetamaLabels(double weight, double sum, int nodes, int replicas)
    {
        float part = (float)weight / (float)sum;
        float labels = (float)((float)(part * (float)(KetamaPoints.PerLabel * (double)replicas)) / KetamaPoints.PerLabel) * (float)nodes;
        return Math.Floor((float)(labels + 1e-10));
    }
}
