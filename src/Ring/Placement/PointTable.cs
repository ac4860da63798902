using RingPerf.Search;

namespace RingPerf.Placement;

/// <summary>The settled points of a ring: distinct ascending positions, the owner of each, and the points in their shadow.</summary>
/// <remarks>
/// Design: structure of arrays, so that a search touches positions only. Owners are node indexes, never ranks, since ranks
/// change when a node joins. Shadows are few (n²/2³³ of n points) and stay sorted by position, then ascending rank.
/// Immutable: a change is a new table made in one pass.
/// </remarks>
internal sealed class PointTable
{
    internal PointTable(SearchPoints search, ShadowPoint[] shadows)
    {
        Search = search;
        Shadows = shadows;
    }

    /// <summary>Positions and owners with the padding that searches need.</summary>
    internal SearchPoints Search { get; }

    internal int Count => Search.Count;

    internal ReadOnlySpan<uint> Positions => Search.Positions.AsSpan(0, Count);

    internal ReadOnlySpan<int> Owners => Search.Owners.AsSpan(0, Count);

    internal ShadowPoint[] Shadows { get; }

    /// <summary>Bytes of the arrays' elements.</summary>
    internal long Bytes =>
        (sizeof(uint) * (long)Search.Positions.Length) + (sizeof(int) * (long)Search.Owners.Length) + (8L * Shadows.Length);

    /// <summary>Settles points given as <c>position &lt;&lt; 32 | rank</c> in ascending order: of equal positions the greatest rank owns.</summary>
    internal static PointTable Settle(ReadOnlySpan<ulong> sorted, ReadOnlySpan<int> nodeByRank)
    {
        (uint[] positions, int[] owners) = SearchPoints.Allocate(sorted.Length);
        var shadows = new List<ShadowPoint>();
        int written = 0;
        foreach (ulong point in sorted)
        {
            uint position = (uint)(point >> 32);
            int node = nodeByRank[(int)(uint)point];
            if (written > 0 && positions[written - 1] == position)
            {
                shadows.Add(new ShadowPoint(position, owners[written - 1]));
                owners[written - 1] = node;
            }
            else
            {
                positions[written] = position;
                owners[written++] = node;
            }
        }

        return new PointTable(SearchPoints.Seal(positions, owners, written), [.. shadows]);
    }

    /// <summary>The table with the points of one node more, in one merge pass. O(n).</summary>
    /// <param name="added">The node's positions, ascending; equal ones may repeat.</param>
    /// <param name="node">The node's index.</param>
    /// <param name="ranks">Ranks of all nodes, the new one among them.</param>
    internal PointTable With(ReadOnlySpan<uint> added, int node, int[] ranks)
    {
        (uint[] positions, int[] owners) = SearchPoints.Allocate(Count + added.Length);
        var shadows = new List<ShadowPoint>(Shadows);
        int read = 0;
        int written = 0;
        foreach (uint position in added)
        {
            int run = UpperBound(read, position) - read;
            CopyRun(read, positions, owners, written, run);
            read += run;
            written += run;

            if (written > 0 && positions[written - 1] == position)
            {
                int owner = owners[written - 1];
                bool wins = ranks[node] > ranks[owner];
                owners[written - 1] = wins ? node : owner;
                shadows.Add(new ShadowPoint(position, wins ? owner : node));
            }
            else
            {
                positions[written] = position;
                owners[written++] = node;
            }
        }

        int rest = Count - read;
        CopyRun(read, positions, owners, written, rest);
        if (shadows.Count > Shadows.Length)
        {
            shadows.Sort((x, y) => (x.Position, ranks[x.Node]).CompareTo((y.Position, ranks[y.Node])));
        }

        return new PointTable(SearchPoints.Seal(positions, owners, written + rest), [.. shadows]);
    }

    /// <summary>The table without the points of one node, in one filter pass; points in its shadow come back. O(n).</summary>
    /// <param name="node">The node's index; those behind it move up by one.</param>
    internal PointTable Without(int node)
    {
        ReadOnlySpan<uint> from = Positions;
        ReadOnlySpan<int> of = Owners;
        (uint[] positions, int[] owners) = SearchPoints.Allocate(Count);
        ShadowPoint[] remaining = Array.FindAll(Shadows, shadow => shadow.Node != node);
        var shadows = new List<ShadowPoint>(remaining.Length);
        int next = 0;
        int written = 0;
        for (int point = 0; point < from.Length; point++)
        {
            // Written in any case and kept by moving on, so that no branch depends on where the node's points lie.
            int owner = of[point];
            positions[written] = from[point];
            owners[written] = MovedUp(owner, node);
            if (next < remaining.Length && remaining[next].Position == from[point])
            {
                int heir = TakeShadows(remaining, ref next, shadows, node, keepLast: owner != node);
                owners[written] = owner == node ? MovedUp(heir, node) : owners[written];
                written++;
                continue;
            }

            written += owner == node ? 0 : 1;
        }

        return new PointTable(SearchPoints.Seal(positions, owners, written), [.. shadows]);
    }

    // Moves the shadows of one position over; the strongest of them is the heir where the owner goes.
    private static int TakeShadows(ShadowPoint[] from, ref int next, List<ShadowPoint> to, int gone, bool keepLast)
    {
        uint position = from[next].Position;
        while (next + 1 < from.Length && from[next + 1].Position == position)
        {
            to.Add(new ShadowPoint(position, MovedUp(from[next++].Node, gone)));
        }

        int strongest = from[next++].Node;
        if (keepLast)
        {
            to.Add(new ShadowPoint(position, MovedUp(strongest, gone)));
        }

        return strongest;
    }

    // First point from `low` whose position is above the given one.
    private int UpperBound(int low, uint position)
    {
        ReadOnlySpan<uint> positions = Positions;
        int high = positions.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (positions[middle] > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private void CopyRun(int from, uint[] positions, int[] owners, int to, int length)
    {
        Search.Positions.AsSpan(from, length).CopyTo(positions.AsSpan(to));
        Search.Owners.AsSpan(from, length).CopyTo(owners.AsSpan(to));
    }

    private static int MovedUp(int node, int gone) => node > gone ? node - 1 : node;
}
