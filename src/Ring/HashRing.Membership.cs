using RingPerf.Keys;
using RingPerf.Placement;

namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>The ring with one node more, given last; this ring stays as it is.</summary>
    /// <param name="node">A name that is not in the ring; its weight is 1.</param>
    /// <returns>A ring equal, point by point, to one built anew over the given order with <paramref name="node"/> behind it.</returns>
    /// <remarks>One merge pass, O(n) in the number of points; keys only ever move to the new node. A profile in which other nodes' points
    /// change with it, or of 128 bits, is built anew.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node is already in the ring, or its name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The points would be more than an array holds.</exception>
    public HashRing Add(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Add(node, weight: 1);
    }

    /// <summary>The ring without one of its nodes; this ring stays as it is.</summary>
    /// <param name="node">A name that is in the ring.</param>
    /// <returns>A ring equal, point by point, to one built anew over the given order without <paramref name="node"/>; points in the
    /// node's shadow come back. Indexes of nodes behind it are one less.</returns>
    /// <remarks>One filter pass, O(n) in the number of points; only the removed node's keys move. A profile in which other nodes' points
    /// change with it, or of 128 bits, is built anew.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node is not in the ring.</exception>
    public HashRing Remove(string node)
    {
        int index = IndexOfPresent(node);
        NodeWeights weights = _weights.Without(Nodes.Count, index);
        var counts = ReplicaCounts.Of(Nodes.Count - 1, Options, weights);
        NodeOrder order = _order.Without(index);
        return KeepsTheOthers(counts, index, removed: index)
            ? new HashRing(Options, order, weights, counts, _points.Without(index))
            : new HashRing(Options, order, weights, counts);
    }

    private HashRing Add(string node, double weight)
    {
        if (_order.IndexOf(node) >= 0)
        {
            Throw.NodePresent(node);
        }

        // Wrong text is told as this argument's, before a sort or a rebuild meets it among all nodes.
        _ = StrictUtf8.NodeBytes(node, nameof(node));

        NodeWeights weights = _weights.Append(Nodes.Count, weight);
        var counts = ReplicaCounts.Of(Nodes.Count + 1, Options, weights);
        NodeOrder order = _order.Append(node, Options.Collisions);
        if (!KeepsTheOthers(counts, changed: Nodes.Count, removed: Nodes.Count))
        {
            return new HashRing(Options, order, weights, counts);
        }

        uint[] added = PointPlacement.PlaceOne(node, first: 0, counts[Nodes.Count], Options.Labels, RingCoreFactory.For(Options));
        return new HashRing(Options, order, weights, counts, _points.With(added, Nodes.Count, order.Ranks));
    }

    // Under ketama a node's points depend on the other nodes, and under tooz they have more than 32 bits: such a ring is placed anew.
    private bool KeepsTheOthers(ReplicaCounts after, int changed, int removed)
    {
        if (Options.Profile is RingProfile.Aodh or RingProfile.Tooz)
        {
            return Options.Profile == RingProfile.Aodh;
        }

        for (int node = 0; node < Nodes.Count; node++)
        {
            if (node != changed && _counts[node] != after[node > removed ? node - 1 : node])
            {
                return false;
            }
        }

        return true;
    }

    private int IndexOfPresent(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        int index = _order.IndexOf(node);
        if (index < 0)
        {
            Throw.NodeAbsent(node);
        }

        return index;
    }
}
