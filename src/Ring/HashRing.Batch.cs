using RingPerf.Keys;

namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>Indexes of the nodes that own a packed batch of keys.</summary>
    /// <param name="utf8">The keys' UTF-8 text, one behind the other; hashed as given, unvalidated.</param>
    /// <param name="offsets">n + 1 offsets into <paramref name="utf8"/>, ascending: key i is <c>utf8[offsets[i]..offsets[i + 1]]</c>,
    /// the layout of an Apache Arrow string column.</param>
    /// <param name="nodeIndices">Receives n indexes into <see cref="Nodes"/>, -1 on an empty ring; may be longer.</param>
    /// <remarks>Allocates nothing. Nothing is written when an argument is wrong.</remarks>
    /// <exception cref="ArgumentException"><paramref name="offsets"/> is empty, descends, starts below 0 or ends past the text, or
    /// <paramref name="nodeIndices"/> is too short or overlaps <paramref name="offsets"/>.</exception>
    public void GetNodeIndices(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<int> nodeIndices) =>
        _core.FindMany(utf8, offsets, KeyBatch.Destination(utf8.Length, offsets, nodeIndices));

    /// <summary>Indexes of the nodes that own a batch of keys.</summary>
    /// <param name="keys">The keys, hashed as UTF-8.</param>
    /// <param name="nodeIndices">Receives an index into <see cref="Nodes"/> a key, -1 on an empty ring; may be longer.</param>
    /// <remarks>Allocates nothing. Results before a wrong key may have been written.</remarks>
    /// <exception cref="ArgumentNullException">A key is null; the message has its index.</exception>
    /// <exception cref="ArgumentException">A key has a lone surrogate, or <paramref name="nodeIndices"/> is too short.</exception>
    public void GetNodeIndices(ReadOnlySpan<string> keys, Span<int> nodeIndices)
    {
        KeyBatch.CheckDestination(keys.Length, nodeIndices.Length);
        _core.FindMany(keys, nodeIndices[..keys.Length]);
    }
}
