using System.Diagnostics.CodeAnalysis;

namespace RingPerf;

/// <summary>A place that holds the current ring: read by any number of threads without a lock while others change it.</summary>
/// <remarks>
/// <para>Memory ordering. <see cref="Current"/> is one volatile read (acquire) of a reference to an immutable <see cref="RingSnapshot"/>. A change is
/// built aside and published by one compare-and-swap (a full fence, so release): whoever reads the reference sees all that was written
/// before it. Changes have one total order, their versions, and each is built on the one before it, so none is lost. What one thread
/// reads never goes back: its versions only grow.</para>
/// <para>A reader never waits. Of writers that meet, one always gets through; the others build their change again on its result.</para>
/// <para>Node indexes belong to one ring. Take <see cref="Current"/> once for all questions that must agree: an index and its name, a batch, a list
/// of nodes. That is why this class answers with names only.</para>
/// <para>Source of the pattern: copy-on-write snapshots, as in Herlihy, "A Methodology for Implementing Highly Concurrent Data Objects",
/// TOPLAS 1993.</para>
/// </remarks>
public sealed class ConcurrentHashRing
{
    private RingSnapshot _current;

    /// <summary>Starts with a ring, as version 1.</summary>
    /// <param name="ring">The first ring.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ring"/> is null.</exception>
    public ConcurrentHashRing(HashRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _current = new RingSnapshot(ring, version: 1);
    }

    /// <summary>The ring that holds now, with its version. Allocates nothing.</summary>
    public RingSnapshot Current => Volatile.Read(ref _current);

    /// <summary>The version that holds now.</summary>
    public long Version => Current.Version;

    /// <inheritdoc cref="HashRing.GetNode(string)"/>
    public string? GetNode(string key) => Current.Ring.GetNode(key);

    /// <inheritdoc cref="HashRing.GetNode(ReadOnlySpan{char})"/>
    public string? GetNode(ReadOnlySpan<char> key) => Current.Ring.GetNode(key);

    /// <inheritdoc cref="HashRing.GetNode(ReadOnlySpan{byte})"/>
    public string? GetNode(ReadOnlySpan<byte> utf8) => Current.Ring.GetNode(utf8);

    /// <summary>Adds a node.</summary>
    /// <param name="node">A name that is not in the ring.</param>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <returns>The rings before and after, and the version of the latter.</returns>
    /// <exception cref="ArgumentException">The node is already in the ring, or its name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The points would be more than an array holds.</exception>
    public RingChange Add(string node) => Update(ring => ring.Add(node));

    /// <summary>Removes a node.</summary>
    /// <param name="node">A name that is in the ring.</param>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <returns>The rings before and after, and the version of the latter.</returns>
    /// <exception cref="ArgumentException">The node is not in the ring.</exception>
    public RingChange Remove(string node) => Update(ring => ring.Remove(node));

    /// <summary>Adds a node unless it is in the ring.</summary>
    /// <param name="node">The node's name.</param>
    /// <param name="change">What changed, or null where nothing did.</param>
    /// <returns>Whether this call added it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node's name has a lone surrogate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The points would be more than an array holds.</exception>
    public bool TryAdd(string node, [NotNullWhen(true)] out RingChange? change) =>
        Changed(Update(ring => ring.IndexOf(node) < 0 ? ring.Add(node) : ring), out change);

    /// <summary>Removes a node if it is in the ring.</summary>
    /// <param name="node">The node's name.</param>
    /// <param name="change">What changed, or null where nothing did.</param>
    /// <returns>Whether this call removed it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public bool TryRemove(string node, [NotNullWhen(true)] out RingChange? change) =>
        Changed(Update(ring => ring.IndexOf(node) < 0 ? ring : ring.Remove(node)), out change);

    /// <summary>Replaces the ring by one made from it.</summary>
    /// <param name="update">Makes the next ring from the current one; runs again where another change came first, so it must do nothing
    /// else. The same ring means no change: nothing is published and no version spent.</param>
    /// <returns>The rings before and after, and the version of the latter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="update"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="update"/> gave null.</exception>
    /// <exception cref="ArgumentException"><paramref name="update"/> gave a ring with another hash. What it throws itself is passed on.
    /// Nothing is published in either case.</exception>
    public RingChange Update(Func<HashRing, HashRing> update)
    {
        ArgumentNullException.ThrowIfNull(update);
        while (true)
        {
            RingSnapshot seen = Current;
            HashRing? ring = update(seen.Ring);
            if (ring is null)
            {
                Throw.NoRing(nameof(update));
            }

            if (ReferenceEquals(ring, seen.Ring))
            {
                return new RingChange(ring, ring, seen.Version);
            }

            var change = new RingChange(seen.Ring, ring, seen.Version + 1, nameof(update));
            if (Interlocked.CompareExchange(ref _current, new RingSnapshot(ring, change.Version), seen) == seen)
            {
                return change;
            }
        }
    }

    private static bool Changed(RingChange made, out RingChange? change)
    {
        change = ReferenceEquals(made.Before, made.After) ? null : made;
        return change is not null;
    }
}
