using System.Runtime.CompilerServices;
using RingPerf.Placement;

namespace RingPerf;

public sealed partial class HashRing
{
    private double[]? _weightArray;

    /// <summary>Builds the ring over nodes of different weights, each with <paramref name="replicas"/> × weight points.</summary>
    /// <param name="nodes">Nodes in order; a name may repeat, its last place then decides collisions, and its weight there counts.
    /// Empty gives an empty ring.</param>
    /// <param name="replicas">Points of a node of weight 1, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">A name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not finite or not above 0, <paramref name="replicas"/> is below 1, or
    /// the points are more than an array holds.</exception>
    [OverloadResolutionPriority(-1)]
    public HashRing(IEnumerable<RingNode> nodes, int replicas = 100)
        : this(nodes, new HashRingOptions { Replicas = replicas })
    {
    }

    /// <summary>Builds the ring over nodes of different weights. O(n log n) for n points.</summary>
    /// <param name="nodes">Nodes in order; a name may repeat, its last place then decides collisions, and its weight there counts.
    /// Empty gives an empty ring.</param>
    /// <param name="options">Replicas of a node of weight 1, labels, hash, search and collision rule.</param>
    /// <exception cref="ArgumentNullException">An argument or a name is null.</exception>
    /// <exception cref="ArgumentException">A name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The profile does not take a weight, an option is out of range, or the points are more
    /// than an array holds.</exception>
    [OverloadResolutionPriority(-1)]
    public HashRing(IEnumerable<RingNode> nodes, HashRingOptions options)
        : this(Listed(nodes), Checked(options))
    {
    }

    private HashRing(RingNode[] nodes, HashRingOptions options)
        : this(nodes, options, NodeOrder.Of(nodes.Select(node => node.Name), options.Collisions))
    {
    }

    private HashRing(RingNode[] nodes, HashRingOptions options, NodeOrder order)
        : this(options, order, NodeWeights.Of(nodes, order, options.Profile))
    {
    }

    /// <summary>Weight of each node, parallel to <see cref="Nodes"/>; all 1 on a ring built from names.</summary>
    /// <remarks>A ring whose weights are all 1 holds none until this is asked for, and then 8 bytes a node.</remarks>
    public ReadOnlySpan<double> Weights => _weightArray ??= _weights.ToArray(Nodes.Count);

    /// <summary>Number of points of a node, those it lost to other nodes on the same position too.</summary>
    /// <param name="node">Index into <see cref="Nodes"/>.</param>
    /// <returns><see cref="HashRingOptions.Replicas"/> × weight, rounded to the nearest whole number, halves up; at least 1. Other
    /// profiles have their own rule: see docs/profiles.md.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="node"/> is out of range.</exception>
    public int GetReplicas(int node)
    {
        if ((uint)node >= (uint)Nodes.Count)
        {
            Throw.IndexOutOfRange(nameof(node), node, Nodes.Count);
        }

        return _counts[node];
    }

    /// <summary>The ring with one node more, of any weight, given last; this ring stays as it is.</summary>
    /// <param name="node">A node whose name is not in the ring.</param>
    /// <returns>A ring equal, point by point, to one built anew over the given order with <paramref name="node"/> behind it.</returns>
    /// <remarks>One merge pass, O(n) in the number of points; keys only ever move to the new node. A profile in which other nodes' points
    /// change with it, or of 128 bits, is built anew.</remarks>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The node is already in the ring, or its name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The profile does not take the weight, or the points would be more than an array
    /// holds.</exception>
    public HashRing Add(RingNode node)
    {
        ArgumentNullException.ThrowIfNull(node.Name, nameof(node));
        NodeWeights.Check(node.Name, node.Weight, Options.Profile, nameof(node));
        return Add(node.Name, node.Weight);
    }

    /// <summary>The ring in which a node has another weight; this ring stays as it is.</summary>
    /// <param name="node">A name that is in the ring; it keeps its index and its precedence in collisions.</param>
    /// <param name="weight">The new weight, finite and above 0; whole under any profile but that of aodh.</param>
    /// <returns>A ring equal, point by point, to one built anew with that weight in the node's place.</returns>
    /// <remarks>One pass, O(n) in the number of points. A greater weight adds replicas behind the highest number, a smaller one drops
    /// the highest, so that keys only ever move to the node, or only from it. A profile in which other nodes' points change with it, or
    /// of 128 bits, is built anew.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node is not in the ring.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The profile does not take <paramref name="weight"/>, or the points would be more than
    /// an array holds.</exception>
    public HashRing Reweight(string node, double weight)
    {
        int index = IndexOfPresent(node);
        NodeWeights.Check(node, weight, Options.Profile, nameof(weight));
        NodeWeights weights = _weights.With(Nodes.Count, index, weight);
        var counts = ReplicaCounts.Of(Nodes.Count, Options, weights);
        if (!KeepsTheOthers(counts, index, removed: Nodes.Count))
        {
            return new HashRing(Options, _order, weights, counts);
        }

        int before = _counts[index];
        int after = counts[index];
        uint[] changed = PointPlacement.PlaceOne(
            node, Math.Min(before, after), Math.Max(before, after), Options.Labels, RingCoreFactory.For(Options));
        PointTable points = after < before ? _points.WithoutSome(changed, index) : _points.With(changed, index, _order.Ranks);
        return new HashRing(Options, _order, weights, counts, points);
    }

    private static RingNode[] Listed(IEnumerable<RingNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return [.. nodes];
    }
}
