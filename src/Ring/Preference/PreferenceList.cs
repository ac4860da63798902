using System.Runtime.CompilerServices;
using CommunityToolkit.HighPerformance.Buffers;

namespace RingPerf.Preference;

/// <summary>The first distinct nodes from a point on. Memory of its own is on the stack, or pooled for very many nodes.</summary>
internal static class PreferenceList
{
    private const int StackWords = 64;
    private const int StackSlots = 256;

    // A list this short is compared with faster than a bitmap is cleared, or all zones are counted.
    private const int MostCompared = 8;

    // Points a place that are looked at in the hope of as many zones, before the zones are counted.
    private const int HopefulSteps = 8;

    /// <summary>Writes the first nodes that are neither excluded nor refused.</summary>
    /// <param name="owners">The owner of each point; at least one point.</param>
    /// <param name="nodeCount">The number of nodes.</param>
    /// <param name="point">The point to start at.</param>
    /// <param name="excluded">Nodes to leave out, indexes that have been checked.</param>
    /// <param name="filter">Asked once about each node that is met.</param>
    /// <param name="nodes">Receives the nodes.</param>
    /// <param name="steps">Points looked at.</param>
    /// <returns>The number written.</returns>
    [SkipLocalsInit]
    internal static int Fill<TFilter>(
        ReadOnlySpan<int> owners, int nodeCount, int point, ReadOnlySpan<int> excluded, TFilter filter, Span<int> nodes, out int steps)
        where TFilter : struct, INodeFilter, allows ref struct
    {
        int words = NodeSet.WordsFor(nodeCount);
        using SpanOwner<ulong> pooled = words > StackWords ? SpanOwner<ulong>.Allocate(words) : SpanOwner<ulong>.Empty;
        var met = new NodeSet((words > StackWords ? pooled.Span : stackalloc ulong[StackWords])[..words], nodeCount);
        foreach (int node in excluded)
        {
            met.Add(node);
        }

        var walk = new DistinctWalk(owners, point, met);
        int found = Fill(ref walk, filter, nodes);
        steps = walk.Steps;
        return found;
    }

    /// <summary>Writes the first nodes, whichever they are.</summary>
    internal static int Fill(ReadOnlySpan<int> owners, int nodeCount, int point, Span<int> nodes, out int steps) =>
        nodes.Length <= MostCompared
            ? Compare(owners, point, nodes[..Math.Min(nodes.Length, nodeCount)], out steps)
            : Fill(owners, nodeCount, point, [], default(EveryNode), nodes, out steps);

    /// <summary>Writes the first node of each zone, then the first of the others.</summary>
    /// <param name="owners">The owner of each point; at least one point.</param>
    /// <param name="zones">The zone of each node.</param>
    /// <param name="point">The point to start at.</param>
    /// <param name="nodes">Receives the nodes.</param>
    /// <param name="steps">Points looked at: up to two turns and <see cref="HopefulSteps"/> a place.</param>
    /// <returns>The number written.</returns>
    internal static int FillAcrossZones(
        ReadOnlySpan<int> owners, ReadOnlySpan<int> zones, int point, Span<int> nodes, out int steps)
    {
        steps = 0;
        if (nodes.Length <= MostCompared && CompareZones(owners, zones, point, nodes, out steps))
        {
            return nodes.Length;
        }

        int found = CountZones(owners, zones, point, nodes, out int more);
        steps += more;
        return found;
    }

    private static int CountZones(ReadOnlySpan<int> owners, ReadOnlySpan<int> zones, int point, Span<int> nodes, out int steps)
    {
        int slots = ZoneSet.SlotsFor(zones.Length);
        using SpanOwner<ulong> pooled = slots > StackSlots ? SpanOwner<ulong>.Allocate(slots) : SpanOwner<ulong>.Empty;
        var free = new ZoneSet(slots > StackSlots ? pooled.Span : stackalloc ulong[StackSlots], zones);
        Span<int> firsts = nodes[..Math.Min(nodes.Length, free.Count)];
        int found = Fill(owners, zones.Length, point, [], new NewZone(zones, free), firsts, out steps);
        if (found < nodes.Length)
        {
            found += Fill(owners, zones.Length, point, nodes[..found], default(EveryNode), nodes[found..], out int more);
            steps += more;
        }

        return found;
    }

    private static int Fill<TFilter>(ref DistinctWalk walk, TFilter filter, Span<int> nodes)
        where TFilter : struct, INodeFilter, allows ref struct
    {
        int found = 0;
        while (found < nodes.Length && walk.MoveNext(out int node))
        {
            if (filter.Accepts(node))
            {
                nodes[found++] = node;
            }
        }

        return found;
    }

    private static int Compare(ReadOnlySpan<int> owners, int point, Span<int> nodes, out int steps)
    {
        int found = 0;
        for (steps = 0; found < nodes.Length && steps < owners.Length; steps++)
        {
            int node = owners[point];
            point = point + 1 == owners.Length ? 0 : point + 1;
            if (!nodes[..found].Contains(node))
            {
                nodes[found++] = node;
            }
        }

        return found;
    }

    // A node that is met again has a zone that is met again: zones alone tell both.
    private static bool CompareZones(ReadOnlySpan<int> owners, ReadOnlySpan<int> zones, int point, Span<int> nodes, out int steps)
    {
        Span<int> met = stackalloc int[MostCompared];
        int found = 0;
        int most = Math.Min(owners.Length, HopefulSteps * nodes.Length);
        for (steps = 0; found < nodes.Length && steps < most; steps++)
        {
            int node = owners[point];
            point = point + 1 == owners.Length ? 0 : point + 1;
            if (!met[..found].Contains(zones[node]))
            {
                met[found] = zones[node];
                nodes[found++] = node;
            }
        }

        return found == nodes.Length;
    }
}
