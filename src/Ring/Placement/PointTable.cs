using System.Numerics;
using RingPerf.Search;

namespace RingPerf.Placement;

/// <summary>The settled points of a ring: distinct ascending positions, the owner of each, and the points in their shadow.</summary>
/// <remarks>
/// Design: structure of arrays, so that a search touches positions only. Owners are node indexes, never ranks, since ranks
/// change when a node joins. Shadows are few (n²/2³³ of n points) and stay sorted by position, then ascending rank.
/// Immutable: a change is a new table made in one pass.
/// </remarks>
internal sealed partial class PointTable
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

    /// <summary>The points in full, of a profile whose points have more than 32 bits.</summary>
    internal ExactPoints? Exact { get; init; }

    /// <summary>Bytes of the arrays' elements.</summary>
    internal long Bytes => (Exact?.Bytes ?? 0) +
        (sizeof(uint) * (long)Search.Positions.Length) + (sizeof(int) * (long)Search.Owners.Length) + (8L * Shadows.Length);

    /// <summary>Settles points given as <c>position &lt;&lt; 32 | rank</c> in ascending order: of equal positions the greatest rank owns.</summary>
    internal static PointTable Settle(ReadOnlySpan<ulong> sorted, ReadOnlySpan<int> nodeByRank)
    {
        (uint[] positions, int[] owners) = SearchPoints.Allocate(sorted.Length);
        var shadows = new List<ShadowPoint>();
        int written = 0;
        long last = -1;
        foreach (ulong point in sorted)
        {
            uint position = (uint)(point >> 32);
            int node = nodeByRank[(int)(uint)point];
            if (position == last)
            {
                shadows.Add(new ShadowPoint(position, owners[written - 1]));
                owners[written - 1] = node;
                continue;
            }

            positions[written] = position;
            owners[written++] = node;
            last = position;
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
            int run = UpperBound.Of(Positions[read..], position);
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
        (uint[] positions, int[] owners) = SearchPoints.Allocate(Count);
        ShadowPoint[] remaining = Array.FindAll(Shadows, shadow => shadow.Node != node);
        var heirs = new HashSet<int>();
        int read = 0;
        int written = 0;
        while (read < Count)
        {
            int run = Owners[read..].IndexOf(node);
            run = run < 0 ? Count - read : run;
            Positions.Slice(read, run).CopyTo(positions.AsSpan(written));
            MoveUp(Owners.Slice(read, run), owners.AsSpan(written), node);
            read += run;
            written += run;
            if (read < Count)
            {
                int heir = remaining.Length == 0 ? -1 : Array.FindLastIndex(remaining, shadow => shadow.Position == Positions[read]);
                if (heir >= 0)
                {
                    heirs.Add(heir);
                    positions[written] = Positions[read];
                    owners[written++] = MovedUp(remaining[heir].Node, node);
                }

                read++;
            }
        }

        ShadowPoint[] shadows =
        [
            .. remaining.Where((_, index) => !heirs.Contains(index)).Select(shadow => shadow with { Node = MovedUp(shadow.Node, node) }),
        ];
        return new PointTable(SearchPoints.Seal(positions, owners, written), shadows);
    }

    private static void MoveUp(ReadOnlySpan<int> from, Span<int> to, int gone)
    {
        int i = 0;
        for (; i + Vector<int>.Count <= from.Length; i += Vector<int>.Count)
        {
            // A lane of all ones is −1.
            var owners = new Vector<int>(from[i..]);
            (owners + Vector.GreaterThan(owners, new Vector<int>(gone))).CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
        {
            to[i] = MovedUp(from[i], gone);
        }
    }

    private void CopyRun(int from, uint[] positions, int[] owners, int to, int length)
    {
        Search.Positions.AsSpan(from, length).CopyTo(positions.AsSpan(to));
        Search.Owners.AsSpan(from, length).CopyTo(owners.AsSpan(to));
    }

    private static int MovedUp(int node, int gone) => node > gone ? node - 1 : node;
}
