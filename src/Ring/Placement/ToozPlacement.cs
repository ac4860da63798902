using RingPerf.Hashing.Tooz;
using RingPerf.Keys;
using RingPerf.Search;

namespace RingPerf.Placement;

/// <summary>Nodes to points of 128 bits, and to the table of their first 32.</summary>
/// <remarks>Of points that share 32 bits the table shows the lowest, the first that a key from below meets; the others are in its shadow.</remarks>
internal static class ToozPlacement
{
    /// <summary>Places every node of <paramref name="order"/>. O(n log n) in the number of points, large rings hashed on all cores.</summary>
    internal static PointTable Place(NodeOrder order, ReplicaCounts counts)
    {
        int[] nodeByRank = order.ByRank();
        int[] starts = counts.Starts(nodeByRank);
        var positions = new UInt128[counts.Total];
        byte[][] names = Array.ConvertAll(order.Names, name => StrictUtf8.NodeBytes(name, "nodes"));
        var threads = new ParallelOptions { MaxDegreeOfParallelism = counts.Total < PointPlacement.LeastParallelPoints ? 1 : -1 };
        Parallel.For(0, counts.Nodes, threads, rank =>
            ToozLabels.Positions(names[nodeByRank[rank]], positions.AsSpan(starts[rank]..starts[rank + 1])));

        int[] ranks = new int[counts.Total];
        for (int rank = 0; rank < counts.Nodes; rank++)
        {
            ranks.AsSpan(starts[rank]..starts[rank + 1]).Fill(rank);
        }

        Array.Sort(positions, ranks);
        ExactPoints exact = Settle(positions, ranks, nodeByRank);
        return Table(positions, ranks, nodeByRank, exact);
    }

    /// <summary>Of labels on one position the greatest rank owns.</summary>
    private static ExactPoints Settle(UInt128[] positions, int[] ranks, int[] nodeByRank)
    {
        var distinct = new List<UInt128>(positions.Length);
        var owners = new List<int>(positions.Length);
        for (int i = 0; i < positions.Length;)
        {
            int rank = ranks[i];
            int next = i + 1;
            for (; next < positions.Length && positions[next] == positions[i]; next++)
            {
                rank = Math.Max(rank, ranks[next]);
            }

            distinct.Add(positions[i]);
            owners.Add(nodeByRank[rank]);
            i = next;
        }

        return new ExactPoints([.. distinct], [.. owners]);
    }

    private static PointTable Table(UInt128[] positions, int[] ranks, int[] nodeByRank, ExactPoints exact)
    {
        (uint[] tops, int[] owners) = SearchPoints.Allocate(exact.Positions.Length);
        var shadows = new List<ShadowPoint>();
        int written = 0;
        int label = 0;
        for (int i = 0; i < exact.Positions.Length; i++)
        {
            uint top = ToozHash.Top(exact.Positions[i]);
            if (written > 0 && tops[written - 1] == top)
            {
                continue;
            }

            tops[written] = top;
            owners[written++] = exact.Owners[i];
            var losers = new List<int>();
            for (; label < positions.Length && ToozHash.Top(positions[label]) == top; label++)
            {
                losers.Add(ranks[label]);
            }

            // One label of the owner is the point itself.
            losers.Sort();
            losers.RemoveAt(losers.FindLastIndex(rank => nodeByRank[rank] == exact.Owners[i]));
            shadows.AddRange(losers.Select(rank => new ShadowPoint(top, nodeByRank[rank])));
        }

        return new PointTable(SearchPoints.Seal(tops, owners, written), [.. shadows]) { Exact = exact };
    }
}
