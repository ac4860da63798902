using System.Collections.Concurrent;

namespace RingPerf.Benchmarks.Rivals;

/// <summary>A ring that remembers the node of every key it was asked for, until the next change: <see cref="ConcurrentDictionary{TKey, TValue}"/>.</summary>
internal sealed class CachedRing(HashRing ring)
{
    private Generation _generation = new(ring);

    internal string? GetNode(string key)
    {
        Generation generation = Volatile.Read(ref _generation);
        return generation.Ring.Nodes[generation.Indexes.GetOrAdd(key, static (key, ring) => ring.GetNodeIndex(key), generation.Ring)];
    }

    internal void Update(Func<HashRing, HashRing> update)
    {
        Generation seen;
        do
        {
            seen = Volatile.Read(ref _generation);
        }
        while (Interlocked.CompareExchange(ref _generation, new Generation(update(seen.Ring)), seen) != seen);
    }

    private sealed class Generation(HashRing ring)
    {
        internal HashRing Ring { get; } = ring;

        internal ConcurrentDictionary<string, int> Indexes { get; } = new(StringComparer.Ordinal);
    }
}
