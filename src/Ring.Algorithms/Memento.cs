using System.Collections.Frozen;

namespace RingPerf.Algorithms;

/// <summary>MementoHash: jump consistent hash that remembers removed buckets only, so any node may go and memory grows with what has
/// gone. Even shares, the least disruption.</summary>
/// <remarks>O(ln n) a lookup while nothing is removed, (1 + ln(n / w))² rounds more with w of n buckets working. A change copies the
/// memory. Source: Coluzzi, Brocco, Antonucci and Leidi, "MementoHash: A Stateful, Minimal Memory, Best Performing Consistent Hash
/// Algorithm", 2023, https://arxiv.org/abs/2306.09783.</remarks>
public sealed class Memento : IResizableSelector
{
    private const int BytesAnEntry = 12;

    private readonly BucketNames _names;
    private readonly int _size;
    private readonly int _last;

    // Removed bucket to (the bucket in its place, which is also the working count then; the one removed before it).
    private readonly FrozenDictionary<int, (int Replacer, int Before)> _removed;

    /// <summary>Takes the nodes, in buckets 0 to n − 1.</summary>
    /// <param name="nodes">The nodes, each once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentException">A node is given twice.</exception>
    public Memento(IEnumerable<string> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        _names = BucketNames.Of(nodes);
        _size = _names.Nodes.Count;
        _last = _size;
        _removed = FrozenDictionary<int, (int Replacer, int Before)>.Empty;
    }

    private Memento(BucketNames names, int size, int last, FrozenDictionary<int, (int Replacer, int Before)> removed) =>
        (_names, _size, _last, _removed) = (names, size, last, removed);

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes => _names.Nodes;

    /// <inheritdoc/>
    public long MemoryBytes => ((long)_removed.Count * BytesAnEntry) + _names.Bytes;

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key)
    {
        if (_names.Nodes.Count == 0)
        {
            return -1;
        }

        int bucket = JumpHash.Bucket(key, _size);
        while (_removed.TryGetValue(bucket, out (int Replacer, int Before) gone))
        {
            int next = (int)(KeyHash.Mix(key, bucket) % (uint)gone.Replacer);
            while (_removed.TryGetValue(next, out (int Replacer, int Before) other) && other.Replacer >= gone.Replacer)
            {
                next = other.Replacer;
            }

            bucket = next;
        }

        return _names.PlaceOf(bucket);
    }

    /// <inheritdoc/>
    public IResizableSelector Add(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (_removed.Count == 0)
        {
            return new Memento(_names.With(_size, node), _size + 1, _size + 1, _removed);
        }

        Dictionary<int, (int Replacer, int Before)> removed = new(_removed);
        removed.Remove(_last, out (int Replacer, int Before) restored);
        return new Memento(_names.With(_last, node), _size, restored.Before, removed.ToFrozenDictionary());
    }

    /// <inheritdoc/>
    public IResizableSelector Remove(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        int bucket = _names.BucketOf(node);
        if (_removed.Count == 0 && bucket == _size - 1)
        {
            return new Memento(_names.Without(bucket), bucket, bucket, _removed);
        }

        Dictionary<int, (int Replacer, int Before)> removed = new(_removed)
        {
            [bucket] = (_names.Nodes.Count - 1, _last),
        };
        return new Memento(_names.Without(bucket), _size, bucket, removed.ToFrozenDictionary());
    }
}
