using System.Buffers;
using CommunityToolkit.HighPerformance.Buffers;

namespace RingPerf.Placement;

/// <summary>Nodes to points: every label hashed, sorted and settled.</summary>
internal static class PointPlacement
{
    // Scratch up to 8 MB is kept for the next ring: the collections that large arrays cause cost more than the build.
    private const int MostPooledPoints = 1 << 20;

    // Below this the start of other threads costs more than they save.
    internal const int LeastParallelPoints = 1 << 17;

    /// <summary>Most points a ring can hold, padding included.</summary>
    internal static int MaxPoints => Array.MaxLength - Search.SearchPoints.Padding;

    /// <summary>Places every node of <paramref name="order"/> from scratch. O(n) in the number of points, large rings on all cores.</summary>
    internal static PointTable Place(NodeOrder order, ReplicaCounts counts, HashRingOptions options) =>
        options.Profile == RingProfile.Tooz
            ? ToozPlacement.Place(order, counts)
            : Place(order, counts, options.Labels, RingCoreFactory.For(options));

    /// <summary>Places every node under a hash.</summary>
    internal static PointTable Place(NodeOrder order, ReplicaCounts counts, LabelFormat format, RingCoreFactory hash)
    {
        int nodes = order.Names.Length;
        if (nodes == 0)
        {
            return PointTable.Settle([], []);
        }

        byte[][] prefixes = Array.ConvertAll(order.Names, name => NodeLabel.Prefix(name, format, "nodes"));
        int[] nodeByRank = order.ByRank();
        int[] starts = counts.Starts(nodeByRank);

        // Points go in by ascending rank and the sort is stable, so that of equal positions the strongest comes last.
        using MemoryOwner<ulong> points = Scratch(counts.Total);
        using MemoryOwner<ulong> scratch = Scratch(points.Length);
        if (points.Length < LeastParallelPoints)
        {
            HashRanks(0, nodes);
        }
        else
        {
            int parts = Environment.ProcessorCount;
            Parallel.For(0, parts, part => HashRanks(Boundary(part), Boundary(part + 1)));

            int Boundary(int part) => LowerBound(starts, (int)((long)counts.Total * part / parts));
        }

        return PointTable.Settle(RadixSort.Sort(points.Span, scratch.Span), nodeByRank);

        void HashRanks(int from, int to)
        {
            uint[] room = [];
            for (int rank = from; rank < to; rank++)
            {
                Span<ulong> own = points.Span[starts[rank]..starts[rank + 1]];
                room = room.Length < own.Length ? new uint[own.Length] : room;
                Span<uint> positions = room.AsSpan(0, own.Length);
                hash.HashLabels(prefixes[nodeByRank[rank]], positions);
                for (int replica = 0; replica < own.Length; replica++)
                {
                    own[replica] = ((ulong)positions[replica] << 32) | (uint)rank;
                }
            }
        }
    }

    /// <summary>Ascending positions of one node's labels, from replica <paramref name="first"/> to below <paramref name="replicas"/>.</summary>
    internal static uint[] PlaceOne(string node, int first, int replicas, LabelFormat format, RingCoreFactory hash)
    {
        uint[] positions = new uint[replicas];
        hash.HashLabels(NodeLabel.Prefix(node, format, nameof(node)), positions);
        positions = first == 0 ? positions : positions[first..];
        Array.Sort(positions);
        return positions;
    }

    /// <summary>First index whose value is at least the given one.</summary>
    private static int LowerBound(int[] ascending, int value)
    {
        int index = Array.BinarySearch(ascending, value);
        return index < 0 ? ~index : index;
    }

    private static MemoryOwner<ulong> Scratch(int points) =>
        MemoryOwner<ulong>.Allocate(points, points <= MostPooledPoints ? ArrayPool<ulong>.Shared : UnpooledArrays.Instance);
}
