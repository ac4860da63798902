namespace RingPerf.Keys;

/// <summary>Checks of a packed batch of keys, made once before any unchecked read.</summary>
internal static class KeyBatch
{
    /// <summary>The number of keys, after offsets and destination have been found right. O(n) in the number of keys.</summary>
    /// <exception cref="ArgumentException">An offset is out of order or out of range, or the destination is too short.</exception>
    internal static int Check(int utf8Length, ReadOnlySpan<int> offsets, int destinationLength)
    {
        if (offsets.IsEmpty)
        {
            Throw.NoOffsets();
        }

        int previous = offsets[0];
        if (previous < 0)
        {
            Throw.NegativeOffset(previous);
        }

        for (int i = 0; i < offsets.Length; i++)
        {
            int offset = offsets[i];
            if (offset < previous)
            {
                Throw.DescendingOffset(i, previous, offset);
            }

            if (offset > utf8Length)
            {
                Throw.OffsetPastEnd(i, offset, utf8Length);
            }

            previous = offset;
        }

        CheckDestination(offsets.Length - 1, destinationLength);
        return offsets.Length - 1;
    }

    /// <summary>The part of the destination that takes the answers, after offsets and destination have been found right.</summary>
    /// <exception cref="ArgumentException">As <see cref="Check"/>, or the destination overlaps the offsets.</exception>
    internal static Span<int> Destination(int utf8Length, ReadOnlySpan<int> offsets, Span<int> nodeIndices)
    {
        nodeIndices = nodeIndices[..Check(utf8Length, offsets, nodeIndices.Length)];
        if (nodeIndices.Overlaps(offsets))
        {
            Throw.DestinationOverlaps(nameof(nodeIndices), nameof(offsets));
        }

        return nodeIndices;
    }

    /// <summary>Throws unless the destination has room for an answer a key.</summary>
    internal static void CheckDestination(int keys, int destinationLength)
    {
        if (destinationLength < keys)
        {
            Throw.DestinationTooShort("nodeIndices", destinationLength, keys);
        }
    }
}
