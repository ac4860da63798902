using RingPerf.Hashing;
using RingPerf.Keys;
using RingPerf.Placement;
using RingPerf.Search;

namespace RingPerf;

/// <summary>A <see cref="HashRing"/> whose hash and search are known when it is compiled: no virtual call, and a hash of one's own.</summary>
/// <typeparam name="THash">The hash of keys and labels, such as <see cref="Md5Hash"/>, or a struct of one's own.</typeparam>
/// <typeparam name="TSearch">The search, such as <see cref="BucketSearch"/>. Never changes an answer.</typeparam>
/// <remarks>Points, owners and answers are those of a <see cref="HashRing"/> with the same nodes, options and hash. Immutable, so any number of
/// threads may read one without a lock. No lookup allocates unless the hash does.</remarks>
public sealed class HashRing<THash, TSearch>
    where THash : struct, IKeyHash<THash>
    where TSearch : struct, IPointSearch<TSearch>
{
    private readonly PointTable _points;
    private readonly RingCore<THash, TSearch> _core;

    /// <summary>Builds the ring over nodes given in order, each with the same number of points.</summary>
    /// <inheritdoc cref="HashRing(IEnumerable{string}, int)"/>
    /// <exception cref="ArgumentException">A name has a lone surrogate, or <typeparamref name="TSearch"/> cannot tell so many nodes apart.</exception>
    public HashRing(IEnumerable<string> nodes, int replicas = 100)
        : this(nodes, new HashRingOptions { Replicas = replicas })
    {
    }

    /// <summary>Builds the ring over nodes given in order. O(n log n) for n = nodes × replicas points.</summary>
    /// <param name="nodes">Names of the nodes; a name may repeat, its last place then decides collisions. Empty gives an empty ring.</param>
    /// <param name="options">Replicas, labels and collision rule; the profile is that of aodh. Hash and search are the type arguments, whatever the options say.</param>
    /// <exception cref="ArgumentNullException">An argument or an element of <paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentException">A name has a lone surrogate, <typeparamref name="TSearch"/> cannot tell so many nodes apart, or the
    /// profile is another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or the points are more than an array holds.</exception>
    public HashRing(IEnumerable<string> nodes, HashRingOptions options)
    {
        options = HashRing.Checked(options);
        var order = NodeOrder.Of(nodes, options.Collisions);
        Nodes = Array.AsReadOnly(order.Names);
        CheckNodes(Nodes.Count, nameof(nodes));
        if (options.Profile != RingProfile.Aodh)
        {
            Throw.ProfileOfTypes(options.Profile);
        }

        var counts = ReplicaCounts.Of(Nodes.Count, options, NodeWeights.Equal);
        _points = PointPlacement.Place(order, counts, options.Labels, new RingCoreFactory.Of<THash>());
        _core = RingCoreFactory.Of<THash>.With<TSearch>(_points);
    }

    /// <summary>The same ring over the same points, which are shared. O(1) where its search is <typeparamref name="TSearch"/>, else O(n).</summary>
    /// <param name="ring">A ring whose hash is <typeparamref name="THash"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ring"/> is null.</exception>
    /// <exception cref="ArgumentException">The ring has another hash, or <typeparamref name="TSearch"/> cannot tell so many nodes apart.</exception>
    public HashRing(HashRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        if (RingCoreFactory.For(ring.Options) is not RingCoreFactory.Of<THash>)
        {
            Throw.OtherHash(nameof(ring), ring.Options, typeof(THash));
        }

        CheckNodes(ring.Nodes.Count, nameof(ring));
        Nodes = ring.Nodes;
        _points = ring.Points;
        _core = ring.Core as RingCore<THash, TSearch> ?? RingCoreFactory.Of<THash>.With<TSearch>(_points);
    }

    /// <inheritdoc cref="HashRing.Nodes"/>
    public IReadOnlyList<string> Nodes { get; }

    /// <inheritdoc cref="HashRing.PointCount"/>
    public int PointCount => _points.Count;

    /// <inheritdoc cref="HashRing.Positions"/>
    public ReadOnlySpan<uint> Positions => _points.Positions;

    /// <inheritdoc cref="HashRing.Owners"/>
    public ReadOnlySpan<int> Owners => _points.Owners;

    /// <inheritdoc cref="HashRing.MemoryBytes"/>
    public long MemoryBytes => _points.Bytes + _core.IndexBytes;

    /// <inheritdoc cref="HashRing.GetNode(string)"/>
    public string? GetNode(string key) => Name(GetNodeIndex(key));

    /// <inheritdoc cref="HashRing.GetNode(ReadOnlySpan{char})"/>
    public string? GetNode(ReadOnlySpan<char> key) => Name(GetNodeIndex(key));

    /// <inheritdoc cref="HashRing.GetNode(ReadOnlySpan{byte})"/>
    public string? GetNode(ReadOnlySpan<byte> utf8) => Name(GetNodeIndex(utf8));

    /// <inheritdoc cref="HashRing.GetNodeIndex(string)"/>
    public int GetNodeIndex(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _core.Find(key.AsSpan());
    }

    /// <inheritdoc cref="HashRing.GetNodeIndex(ReadOnlySpan{char})"/>
    public int GetNodeIndex(ReadOnlySpan<char> key) => _core.Find(key);

    /// <inheritdoc cref="HashRing.GetNodeIndex(ReadOnlySpan{byte})"/>
    public int GetNodeIndex(ReadOnlySpan<byte> utf8) => _core.Find(utf8);

    /// <inheritdoc cref="HashRing.GetNodeIndexAt(uint)"/>
    public int GetNodeIndexAt(uint position) => _core.FindOwner(position);

    /// <inheritdoc cref="HashRing.GetNodeIndices(ReadOnlySpan{byte}, ReadOnlySpan{int}, Span{int})"/>
    public void GetNodeIndices(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<int> nodeIndices) =>
        _core.FindMany(utf8, offsets, KeyBatch.Destination(utf8.Length, offsets, nodeIndices));

    /// <inheritdoc cref="HashRing.GetNodeIndices(ReadOnlySpan{string}, Span{int})"/>
    public void GetNodeIndices(ReadOnlySpan<string> keys, Span<int> nodeIndices)
    {
        KeyBatch.CheckDestination(keys.Length, nodeIndices.Length);
        _core.FindMany(keys, nodeIndices[..keys.Length]);
    }

    private static void CheckNodes(int nodes, string parameter)
    {
        if (nodes > TSearch.MaxNodes)
        {
            Throw.TooManyNodes(parameter, nodes, typeof(TSearch), TSearch.MaxNodes);
        }
    }

    private string? Name(int index) => index < 0 ? null : Nodes[index];
}
