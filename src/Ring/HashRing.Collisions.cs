using RingPerf.Placement;

namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>The text whose hash is a node's point.</summary>
    /// <param name="node">Index into <see cref="Nodes"/>.</param>
    /// <param name="replica">Number of the point, 0 to below <see cref="GetReplicas"/>.</param>
    /// <returns>The label, such as <c>node-a-0</c>, as the ring's profile writes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public string GetLabel(int node, int replica)
    {
        int replicas = GetReplicas(node);
        if ((uint)replica >= (uint)replicas)
        {
            Throw.IndexOutOfRange(nameof(replica), replica, replicas);
        }

        return NodeLabel.Text(_order.Names[node], Options, replica);
    }

    /// <summary>Every label that lost its position, beside the label that owns it, by ascending position.</summary>
    /// <returns>A new array, empty where no two labels share a position.</returns>
    /// <remarks>For analysis: hashes the labels of the nodes concerned again. O(n) in the number of points.</remarks>
    public RingCollision[] GetCollisions()
    {
        ShadowPoint[] shadows = _points.Shadows;
        if (shadows.Length == 0)
        {
            return [];
        }

        var replicas = new LabelReplicas(_order.Names, _counts, Options, _points);
        var collisions = new RingCollision[shadows.Length];
        for (int i = 0; i < shadows.Length; i++)
        {
            (uint position, int loser) = shadows[i];
            int point = Positions.BinarySearch(position);
            int winner = Owners[point];
            int loserReplica = replicas.TakeLowest(position, loser);
            collisions[i] = new RingCollision(
                position, winner, replicas.Highest(position, winner), loser, loserReplica, GetArc(point));
        }

        return collisions;
    }
}
