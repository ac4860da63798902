using System.Diagnostics;

namespace RingPerf.Placement;

/// <summary>The settled points of a ring: distinct ascending positions, the owner of each, and the points in their shadow.</summary>
/// <remarks>
/// Design: structure of arrays, so that a search touches positions only. Owners are node indexes, never ranks, since ranks
/// change when a node joins. Shadows are few (n²/2³³ of n points) and stay sorted by position, then ascending rank.
/// Immutable: a change is a new table made in one pass.
/// </remarks>
internal sealed class PointTable
{
    internal PointTable(uint[] positions, int[] owners, ShadowPoint[] shadows)
    {
        Debug.Assert(positions.Length == owners.Length);
        Positions = positions;
        Owners = owners;
        Shadows = shadows;
    }

    internal uint[] Positions { get; }

    internal int[] Owners { get; }

    internal ShadowPoint[] Shadows { get; }

    /// <summary>Bytes of the arrays' elements.</summary>
    internal long Bytes => (sizeof(uint) * (long)Positions.Length) + (sizeof(int) * (long)Owners.Length) + (8L * Shadows.Length);

    /// <summary>Settles points given as <c>position &lt;&lt; 32 | rank</c> in ascending order: of equal positions the greatest rank owns.</summary>
    internal static PointTable Settle(ReadOnlySpan<ulong> sorted, ReadOnlySpan<int> nodeByRank)
    {
        int distinct = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            distinct += i == 0 || sorted[i] >> 32 != sorted[i - 1] >> 32 ? 1 : 0;
        }

        uint[] positions = new uint[distinct];
        int[] owners = new int[distinct];
        var shadows = new ShadowPoint[sorted.Length - distinct];
        int point = 0;
        int shadow = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            uint position = (uint)(sorted[i] >> 32);
            int node = nodeByRank[(int)(uint)sorted[i]];
            if (i + 1 < sorted.Length && (uint)(sorted[i + 1] >> 32) == position)
            {
                shadows[shadow++] = new ShadowPoint(position, node);
            }
            else
            {
                positions[point] = position;
                owners[point++] = node;
            }
        }

        return new PointTable(positions, owners, shadows);
    }

    /// <summary>The table with the points of one node more, in one merge pass. O(n).</summary>
    /// <param name="added">The node's positions, ascending; equal ones may repeat.</param>
    /// <param name="node">The node's index.</param>
    /// <param name="ranks">Ranks of all nodes, the new one among them.</param>
    internal PointTable With(ReadOnlySpan<uint> added, int node, int[] ranks)
    {
        uint[] positions = new uint[Positions.Length + added.Length];
        int[] owners = new int[positions.Length];
        var shadows = new List<ShadowPoint>(Shadows);
        int read = 0;
        int written = 0;
        foreach (uint position in added)
        {
            while (read < Positions.Length && Positions[read] <= position)
            {
                positions[written] = Positions[read];
                owners[written++] = Owners[read++];
            }

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

        int rest = Positions.Length - read;
        Array.Copy(Positions, read, positions, written, rest);
        Array.Copy(Owners, read, owners, written, rest);
        Array.Resize(ref positions, written + rest);
        Array.Resize(ref owners, written + rest);
        if (shadows.Count > Shadows.Length)
        {
            shadows.Sort((x, y) => (x.Position, ranks[x.Node]).CompareTo((y.Position, ranks[y.Node])));
        }

        return new PointTable(positions, owners, [.. shadows]);
    }

    /// <summary>The table without the points of one node, in one filter pass; points in its shadow come back. O(n).</summary>
    /// <param name="node">The node's index; those behind it move up by one.</param>
    internal PointTable Without(int node)
    {
        ShadowPoint[] remaining = Array.FindAll(Shadows, shadow => shadow.Node != node);
        var shadows = new List<ShadowPoint>(remaining.Length);
        uint[] positions = new uint[Positions.Length];
        int[] owners = new int[positions.Length];
        int written = 0;
        int next = 0;
        for (int point = 0; point < Positions.Length; point++)
        {
            uint position = Positions[point];
            int owner = Owners[point];
            int first = next;
            while (next < remaining.Length && remaining[next].Position == position)
            {
                next++;
            }

            int last = next;
            if (owner == node)
            {
                if (first == last)
                {
                    continue;
                }

                owner = remaining[--last].Node;
            }

            for (int i = first; i < last; i++)
            {
                shadows.Add(new ShadowPoint(position, MovedUp(remaining[i].Node, node)));
            }

            positions[written] = position;
            owners[written++] = MovedUp(owner, node);
        }

        Array.Resize(ref positions, written);
        Array.Resize(ref owners, written);
        return new PointTable(positions, owners, [.. shadows]);
    }

    private static int MovedUp(int node, int gone) => node > gone ? node - 1 : node;
}
