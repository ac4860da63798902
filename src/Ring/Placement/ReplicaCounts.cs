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

    /// <summary>The counts of <paramref name="nodes"/> nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The points are more than a ring holds.</exception>
    internal static ReplicaCounts Of(int nodes, int replicas, NodeWeights weights)
    {
        if (weights.AreEqual)
        {
            if ((long)nodes * replicas > PointPlacement.MaxPoints)
            {
                Throw.TooManyPoints(nodes, replicas, PointPlacement.MaxPoints);
            }

            return new ReplicaCounts(nodes, replicas);
        }

        int[] perNode = new int[nodes];
        double total = 0;
        for (int node = 0; node < nodes; node++)
        {
            double points = Math.Max(1, Math.Round(replicas * weights[node], MidpointRounding.AwayFromZero));
            total += points;
            perNode[node] = (int)Math.Min(points, int.MaxValue);
        }

        if (total > PointPlacement.MaxPoints)
        {
            Throw.TooManyWeightedPoints(nodes, replicas, total, PointPlacement.MaxPoints);
        }

        return new ReplicaCounts(perNode, (int)total);
    }
}
