using RingPerf.Placement;

namespace RingPerf;

/// <summary>A consistent hash ring: keys to nodes, so that a change of nodes moves only the keys it must.</summary>
/// <remarks>
/// <para>A key belongs to the node of the first point whose position is strictly above the key's own, wrapping past 2^32 − 1 to
/// the first point. With the default options nodes, points and answers are those of OpenStack's
/// <c>aodh.coordination.HashRing</c> over the same list.</para>
/// <para>Immutable, so any number of threads may read one without a lock. No lookup allocates, for keys of any length.</para>
/// <para>Source: Karger et al., "Consistent Hashing and Random Trees", STOC 1997; aodh/coordination.py.</para>
/// </remarks>
public sealed partial class HashRing
{
    /// <summary>Number of positions on the circle, 2^32.</summary>
    public const ulong CircleLength = 1UL << 32;

    private readonly NodeOrder _order;
    private readonly NodeWeights _weights;
    private readonly ReplicaCounts _counts;
    private readonly PointTable _points;
    private readonly RingCore _core;

    /// <summary>Builds the ring over nodes given in order, each with the same number of points.</summary>
    /// <param name="nodes">Names of the nodes; a name may repeat, its last place then decides collisions. Empty gives an empty ring.</param>
    /// <param name="replicas">Points of each node, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> or one of its elements is null.</exception>
    /// <exception cref="ArgumentException">A name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="replicas"/> is below 1, or the points are more than an array holds.</exception>
    public HashRing(IEnumerable<string> nodes, int replicas = 100)
        : this(nodes, new HashRingOptions { Replicas = replicas })
    {
    }

    /// <summary>Builds the ring over nodes given in order. O(n log n) for n = nodes × replicas points.</summary>
    /// <param name="nodes">Names of the nodes; a name may repeat, its last place then decides collisions. Empty gives an empty ring.</param>
    /// <param name="options">Replicas, labels, hash, search and collision rule.</param>
    /// <exception cref="ArgumentNullException">An argument or an element of <paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentException">A name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or the points are more than an array holds.</exception>
    public HashRing(IEnumerable<string> nodes, HashRingOptions options)
        : this(Checked(options), NodeOrder.Of(nodes, options.Collisions), NodeWeights.Equal)
    {
    }

    private HashRing(HashRingOptions options, NodeOrder order, NodeWeights weights)
        : this(options, order, weights, ReplicaCounts.Of(order.Names.Length, options, weights))
    {
    }

    private HashRing(HashRingOptions options, NodeOrder order, NodeWeights weights, ReplicaCounts counts)
        : this(options, order, weights, counts, PointPlacement.Place(order, counts, options))
    {
    }

    private HashRing(HashRingOptions options, NodeOrder order, NodeWeights weights, ReplicaCounts counts, PointTable points)
    {
        Options = options;
        _order = order;
        _weights = weights;
        _counts = counts;
        _points = points;
        _core = RingCoreFactory.For(options).Create(points, options.Search);
        Nodes = Array.AsReadOnly(order.Names);
    }

    /// <summary>The options the ring was built with.</summary>
    public HashRingOptions Options { get; }

    /// <summary>The distinct nodes in first-seen order; an index into this list is the answer of an index lookup.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Number of distinct positions that carry a point.</summary>
    public int PointCount => _points.Count;

    /// <summary>Positions of the points, strictly ascending.</summary>
    public ReadOnlySpan<uint> Positions => _points.Positions;

    /// <summary>Owner of each point, an index into <see cref="Nodes"/>, parallel to <see cref="Positions"/>.</summary>
    public ReadOnlySpan<int> Owners => _points.Owners;

    /// <summary>Bytes of the points, the points in shadow and the search index; names of nodes are not counted.</summary>
    public long MemoryBytes => _points.Bytes + _core.IndexBytes;

    internal PointTable Points => _points;

    internal RingCore Core => _core;

    internal static HashRingOptions Checked(HashRingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Replicas < 1)
        {
            Throw.Replicas(options.Replicas);
        }

        CheckDefined(options.Labels, nameof(options.Labels));
        CheckDefined(options.Hash, nameof(options.Hash));
        CheckDefined(options.Search, nameof(options.Search));
        CheckDefined(options.Collisions, nameof(options.Collisions));
        CheckDefined(options.Profile, nameof(options.Profile));
        if (options.Profile != RingProfile.Aodh)
        {
            CheckProfile(options.Hash, HashFunction.Md5, nameof(options.Hash), options.Profile);
            CheckProfile(options.Labels, LabelFormat.Plain, nameof(options.Labels), options.Profile);
        }

        return options;
    }

    private static void CheckProfile<TEnum>(TEnum value, TEnum allowed, string option, RingProfile profile) where TEnum : struct, Enum
    {
        if (!EqualityComparer<TEnum>.Default.Equals(value, allowed))
        {
            Throw.NotOfProfile(value, option, profile, allowed);
        }
    }

    private static void CheckDefined<TEnum>(TEnum value, string option) where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Throw.Undefined(value, option);
        }
    }
}
