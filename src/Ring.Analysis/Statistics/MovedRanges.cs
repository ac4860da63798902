namespace RingPerf.Analysis.Statistics;

/// <summary>The ranges of the circle that change hands between two rings.</summary>
internal static class MovedRanges
{
    /// <summary>The ranges by ascending start, neighbours of one flow joined; none across position 0 are joined.</summary>
    /// <remarks>One walk over the points of both rings. Both must have points; nodes are the same where their names are.</remarks>
    internal static IEnumerable<MovedRange> Between(HashRing before, HashRing after)
    {
        int[] stays = SamePlaces(before, after);
        int first = 0;
        int second = 0;
        ulong start = 0;
        MovedRange? open = null;
        while (start < HashRing.CircleLength)
        {
            // A point owns what lies below it; what lies above the last belongs to the first.
            ulong firstEnd = End(before, first);
            ulong secondEnd = End(after, second);
            ulong end = Math.Min(firstEnd, secondEnd);
            int from = OwnerOf(before, first);
            int to = OwnerOf(after, second);
            if (end > start && stays[from] != to)
            {
                if (open is { } last && last.From == from && last.To == to && last.Start + last.Length == start)
                {
                    open = last with { Length = last.Length + (end - start) };
                }
                else
                {
                    if (open is { } complete)
                    {
                        yield return complete;
                    }

                    open = new MovedRange((uint)start, end - start, from, to);
                }
            }

            first += firstEnd == end ? 1 : 0;
            second += secondEnd == end ? 1 : 0;
            start = end;
        }

        if (open is { } rest)
        {
            yield return rest;
        }
    }

    private static ulong End(HashRing ring, int point) => point < ring.PointCount ? ring.Positions[point] : HashRing.CircleLength;

    private static int OwnerOf(HashRing ring, int point) => ring.Owners[point < ring.PointCount ? point : 0];

    // The place after of each node before, -1 where it is gone.
    private static int[] SamePlaces(HashRing before, HashRing after)
    {
        var places = after.Nodes.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place, StringComparer.Ordinal);
        return [.. before.Nodes.Select(node => places.GetValueOrDefault(node, -1))];
    }
}

/// <summary>A range of positions that changes hands.</summary>
/// <param name="Start">The first position.</param>
/// <param name="Length">Number of positions, 1 to 2^32.</param>
/// <param name="From">The owner before, an index into the first ring's nodes.</param>
/// <param name="To">The owner after, an index into the second ring's nodes.</param>
internal readonly record struct MovedRange(uint Start, ulong Length, int From, int To)
{
    /// <summary>The range with its owners by name.</summary>
    internal MovedRangeRow Named(HashRing before, HashRing after) =>
        new(Start, (uint)(Start + Length - 1), Length / (double)HashRing.CircleLength, before.Nodes[From], after.Nodes[To]);
}

/// <summary>A range of positions that changes hands, for readers.</summary>
/// <param name="Start">The first position.</param>
/// <param name="Last">The last position.</param>
/// <param name="Share">Its part of the circle, 0 to 1.</param>
/// <param name="From">The owner before.</param>
/// <param name="To">The owner after.</param>
internal readonly record struct MovedRangeRow(uint Start, uint Last, double Share, string From, string To);
