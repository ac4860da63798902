namespace RingPerf.Placement;

/// <summary>Nodes to points: every label hashed, sorted and settled.</summary>
internal static class PointPlacement
{
    /// <summary>Most points a ring can hold.</summary>
    internal static int MaxPoints => Array.MaxLength;

    /// <summary>Places every node of <paramref name="order"/> from scratch. O(n log n) in the number of points.</summary>
    internal static PointTable Place(NodeOrder order, int replicas, LabelFormat format, RingCoreFactory hash)
    {
        int nodes = order.Names.Length;
        ulong[] points = new ulong[nodes * replicas];
        int[] nodeByRank = new int[nodes];
        uint[] positions = new uint[Math.Min(replicas, points.Length)];
        for (int node = 0; node < nodes; node++)
        {
            hash.HashLabels(NodeLabel.Prefix(order.Names[node], format, "nodes"), positions);
            int rank = order.Ranks[node];
            nodeByRank[rank] = node;
            for (int replica = 0; replica < replicas; replica++)
            {
                points[(node * replicas) + replica] = ((ulong)positions[replica] << 32) | (uint)rank;
            }
        }

        Array.Sort(points);
        return PointTable.Settle(points, nodeByRank);
    }

    /// <summary>Ascending positions of one node's labels.</summary>
    internal static uint[] PlaceOne(string node, int replicas, LabelFormat format, RingCoreFactory hash)
    {
        uint[] positions = new uint[replicas];
        hash.HashLabels(NodeLabel.Prefix(node, format, nameof(node)), positions);
        Array.Sort(positions);
        return positions;
    }
}
