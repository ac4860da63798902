namespace RingPerf.Algorithms;

/// <summary>DxHash: a key walks its own pseudo-random sequence of slots and stops at the first that has a node. Even shares, the
/// least disruption, any node may go.</summary>
/// <remarks>Expected a / w steps a lookup for w nodes in a slots. A change copies the slots, O(a). Source: Dong and Wang, "DxHash: A
/// Scalable Consistent Hash Based on the Pseudo-Random Sequence", 2021, https://arxiv.org/abs/2107.07930.</remarks>
public sealed class DxHash : IResizableSelector
{
    // After this many times the slots a key has met every node almost surely; the paper too ends the walk by a bound.
    private const int WalkTimes = 8;

    private readonly BucketNames _names;
    private readonly ulong[] _active;
    private readonly int _slots;

    /// <summary>Takes the nodes, in slots 0 to n − 1.</summary>
    /// <param name="nodes">The nodes, each once.</param>
    /// <param name="capacity">Number of slots, a power of two and at least the number of nodes; by default the least that is twice it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentException">A node is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is no power of two, or too small.</exception>
    public DxHash(IEnumerable<string> nodes, int? capacity = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        _names = BucketNames.Of(nodes);
        int count = _names.Nodes.Count;
        _slots = capacity ?? (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, 2 * count));
        ArgumentOutOfRangeException.ThrowIfLessThan(_slots, Math.Max(1, count), nameof(capacity));
        if (!int.IsPow2(_slots))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, $"The capacity is {capacity}; it must be a power of two.");
        }

        _active = new ulong[(_slots + 63) / 64];
        for (int slot = 0; slot < count; slot++)
        {
            _active[slot >> 6] |= 1UL << slot;
        }
    }

    private DxHash(BucketNames names, ulong[] active, int slots) => (_names, _active, _slots) = (names, active, slots);

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes => _names.Nodes;

    /// <inheritdoc/>
    public long MemoryBytes => ((long)_active.Length * sizeof(ulong)) + _names.Bytes;

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key)
    {
        long steps = (long)_slots * WalkTimes;
        for (int step = 0; step < steps; step++)
        {
            int slot = (int)(KeyHash.Mix(key, step) & (uint)(_slots - 1));
            if (IsActive(slot))
            {
                return _names.PlaceOf(slot);
            }
        }

        return _names.Nodes.Count == 0 ? -1 : (int)(KeyHash.Mix(key) % (uint)_names.Nodes.Count);
    }

    /// <inheritdoc/>
    public IResizableSelector Add(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        int slot = 0;
        while (slot < _slots && IsActive(slot))
        {
            slot++;
        }

        return slot < _slots
            ? With(_names.With(slot, node), slot)
            : throw new InvalidOperationException($"All {_slots} slots have a node; the capacity is chosen when the selector is made.");
    }

    /// <inheritdoc/>
    public IResizableSelector Remove(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        int slot = _names.BucketOf(node);
        return With(_names.Without(slot), slot);
    }

    private DxHash With(BucketNames names, int slot)
    {
        ulong[] active = [.. _active];
        active[slot >> 6] ^= 1UL << slot;
        return new DxHash(names, active, _slots);
    }

    private bool IsActive(int slot) => (_active[slot >> 6] >> slot & 1) != 0;
}
