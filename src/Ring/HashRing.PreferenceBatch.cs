using RingPerf.Keys;

namespace RingPerf;

public sealed partial class HashRing
{
    private const int PreferenceBlock = 256;

    /// <summary>The preference list of each key of a packed batch.</summary>
    /// <param name="utf8">The keys' UTF-8 text, one behind the other; hashed as given, unvalidated.</param>
    /// <param name="offsets">n + 1 offsets into <paramref name="utf8"/>, ascending: key i is <c>utf8[offsets[i]..offsets[i + 1]]</c>.</param>
    /// <param name="count">Nodes asked for a key, at least 0.</param>
    /// <param name="nodeIndices">Receives n rows of <paramref name="count"/> indexes into <see cref="Nodes"/>; may be longer. Places of a
    /// row for which there is no node are -1.</param>
    /// <returns>The number of nodes in a row, the same in all: <paramref name="count"/>, or fewer where fewer nodes own a point.</returns>
    /// <remarks>Each row is what <see cref="GetNodes(ReadOnlySpan{byte}, Span{int})"/> gives. Allocates nothing. Nothing is written when an
    /// argument is wrong.</remarks>
    /// <exception cref="ArgumentException"><paramref name="offsets"/> is empty, descends, starts below 0 or ends past the text, or
    /// <paramref name="nodeIndices"/> is too short or overlaps <paramref name="offsets"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int GetNodes(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, int count, Span<int> nodeIndices)
    {
        int keys = KeyBatch.Check(utf8.Length, offsets, int.MaxValue);
        nodeIndices = Rows(keys, count, nodeIndices);
        if (nodeIndices.Overlaps(offsets))
        {
            Throw.DestinationOverlaps(nameof(nodeIndices), nameof(offsets));
        }

        Span<uint> positions = stackalloc uint[PreferenceBlock];
        int found = 0;
        for (int first = 0; first < keys; first += PreferenceBlock)
        {
            Span<uint> block = positions[..Math.Min(PreferenceBlock, keys - first)];
            _core.Positions(utf8, offsets.Slice(first, block.Length + 1), block);
            found = FillRows(block, count, nodeIndices[(first * count)..]);
        }

        return found;
    }

    /// <summary>The preference list of each key of a batch.</summary>
    /// <param name="keys">The keys, hashed as UTF-8.</param>
    /// <param name="count">Nodes asked for a key, at least 0.</param>
    /// <param name="nodeIndices">Receives a row of <paramref name="count"/> indexes into <see cref="Nodes"/> a key; may be longer. Places of
    /// a row for which there is no node are -1.</param>
    /// <returns>The number of nodes in a row, the same in all: <paramref name="count"/>, or fewer where fewer nodes own a point.</returns>
    /// <remarks>Each row is what <see cref="GetNodes(string, Span{int})"/> gives. Allocates nothing. Rows before a wrong key may have been
    /// written.</remarks>
    /// <exception cref="ArgumentNullException">A key is null; the message has its index.</exception>
    /// <exception cref="ArgumentException">A key has a lone surrogate, or <paramref name="nodeIndices"/> is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int GetNodes(ReadOnlySpan<string> keys, int count, Span<int> nodeIndices)
    {
        nodeIndices = Rows(keys.Length, count, nodeIndices);
        Span<uint> positions = stackalloc uint[PreferenceBlock];
        int found = 0;
        for (int first = 0; first < keys.Length; first += PreferenceBlock)
        {
            Span<uint> block = positions[..Math.Min(PreferenceBlock, keys.Length - first)];
            _core.Positions(keys, first, block);
            found = FillRows(block, count, nodeIndices[(first * count)..]);
        }

        return found;
    }

    private static Span<int> Rows(int keys, int count, Span<int> nodeIndices)
    {
        if (count < 0)
        {
            Throw.Negative(nameof(count), count);
        }

        if ((long)keys * count > nodeIndices.Length)
        {
            Throw.DestinationTooShort(nameof(nodeIndices), nodeIndices.Length, (long)keys * count);
        }

        return nodeIndices[..(keys * count)];
    }

    private int FillRows(ReadOnlySpan<uint> positions, int count, Span<int> nodeIndices)
    {
        int found = 0;
        foreach (uint position in positions)
        {
            Span<int> row = nodeIndices[..count];
            found = GetNodesAt(position, row);
            row[found..].Fill(-1);
            nodeIndices = nodeIndices[count..];
        }

        return found;
    }
}
