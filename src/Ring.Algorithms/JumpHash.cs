namespace RingPerf.Algorithms;

/// <summary>Jump consistent hash: no table at all, perfect balance, but nodes come and go at the end of the list only.</summary>
/// <remarks>O(log n) steps a lookup. Source: Lamping and Veach, "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014,
/// figure 1, https://arxiv.org/abs/1406.2294.</remarks>
public sealed class JumpHash : INodeSelector
{
    private const ulong Multiplier = 2862933555777941757;

    /// <summary>Takes the nodes; their order is part of every answer, their names are not.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    public JumpHash(IEnumerable<string> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        Nodes = Array.AsReadOnly<string>([.. nodes]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <inheritdoc/>
    public long MemoryBytes => 0;

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key) => Nodes.Count == 0 ? -1 : Bucket(key, Nodes.Count);

    /// <summary>The bucket of a key.</summary>
    /// <param name="key">Any 64 bits; they seed the generator that decides the jumps.</param>
    /// <param name="buckets">Number of buckets, at least 1.</param>
    /// <returns>0 to <paramref name="buckets"/> − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="buckets"/> is below 1.</exception>
    public static int Bucket(ulong key, int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, 1);
        long bucket = -1;
        long next = 0;
        while (next < buckets)
        {
            bucket = next;
            key = unchecked((key * Multiplier) + 1);
            next = (long)((bucket + 1) * ((double)(1L << 31) / ((key >> 33) + 1)));
        }

        return (int)bucket;
    }
}
