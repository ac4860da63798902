namespace RingPerf.Algorithms;

/// <summary>AnchorHash: a fixed number of buckets, of which some work; a key wanders from removed ones to those that worked when they
/// were removed. Even shares, the least disruption, any node may go.</summary>
/// <remarks>Expected (1 + ln(a / w))² steps a lookup for w working of a buckets. A change copies the tables, O(a). Source: Mendelson,
/// Vargaftik, Barabash, Lorenz, Keslassy and Orda, "AnchorHash: A Scalable Consistent Hash", IEEE/ACM Transactions on Networking
/// 29(2), 2021, https://arxiv.org/abs/1812.09674.</remarks>
public sealed class Anchor : IResizableSelector
{
    private readonly BucketNames _names;
    private readonly int _working;

    // The paper's names: A the working count at removal or 0, K the successor, W the working set, L places in it, R the removed.
    private readonly int[] _a;
    private readonly int[] _k;
    private readonly int[] _w;
    private readonly int[] _l;
    private readonly int[] _r;

    /// <summary>Takes the nodes, in buckets 0 to n − 1.</summary>
    /// <param name="nodes">The nodes, each once.</param>
    /// <param name="capacity">Number of buckets, at least that of nodes and at least 1; twice the nodes by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentException">A node is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is too small.</exception>
    public Anchor(IEnumerable<string> nodes, int? capacity = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        _names = BucketNames.Of(nodes);
        _working = _names.Nodes.Count;
        int buckets = capacity ?? Math.Max(1, 2 * _working);
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, Math.Max(1, _working), nameof(capacity));
        _a = [.. Enumerable.Range(0, buckets).Select(bucket => bucket < _working ? 0 : bucket)];
        _k = [.. Enumerable.Range(0, buckets)];
        _w = [.. _k];
        _l = [.. _k];
        _r = [.. Enumerable.Range(_working, buckets - _working).Reverse()];
    }

    private Anchor(BucketNames names, int working, int[] a, int[] k, int[] w, int[] l, int[] r) =>
        (_names, _working, _a, _k, _w, _l, _r) = (names, working, a, k, w, l, r);

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes => _names.Nodes;

    /// <inheritdoc/>
    public long MemoryBytes => ((long)(_a.Length + _k.Length) * sizeof(int)) + _names.Bytes;

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key)
    {
        if (_working == 0)
        {
            return -1;
        }

        int bucket = (int)(KeyHash.Mix(key) % (uint)_a.Length);
        while (_a[bucket] > 0)
        {
            int next = (int)(KeyHash.Mix(key, bucket) % (uint)_a[bucket]);
            while (_a[next] >= _a[bucket])
            {
                next = _k[next];
            }

            bucket = next;
        }

        return _names.PlaceOf(bucket);
    }

    /// <inheritdoc/>
    public IResizableSelector Add(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (_r.Length == 0)
        {
            throw new InvalidOperationException($"All {_a.Length} buckets work; the capacity is chosen when the selector is made.");
        }

        int bucket = _r[^1];
        BucketNames names = _names.With(bucket, node);
        (int[] a, int[] k, int[] w, int[] l) = ([.. _a], [.. _k], [.. _w], [.. _l]);
        a[bucket] = 0;
        l[w[_working]] = _working;
        w[l[bucket]] = k[bucket] = bucket;
        return new Anchor(names, _working + 1, a, k, w, l, _r[..^1]);
    }

    /// <inheritdoc/>
    public IResizableSelector Remove(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        int bucket = _names.BucketOf(node);
        (int[] a, int[] k, int[] w, int[] l) = ([.. _a], [.. _k], [.. _w], [.. _l]);
        int working = _working - 1;

        // A 0 means working, so the last of all keeps the algorithm's place without it.
        a[bucket] = working;
        w[l[bucket]] = k[bucket] = w[working];
        l[w[working]] = l[bucket];
        return new Anchor(_names.Without(bucket), working, a, k, w, l, [.. _r, bucket]);
    }
}
