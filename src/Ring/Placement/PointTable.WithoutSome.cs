using RingPerf.Search;

namespace RingPerf.Placement;

internal sealed partial class PointTable
{
    /// <summary>The table without some of a node's points, in one filter pass; points in their shadow come back. O(n).</summary>
    /// <param name="dropped">Positions of points that the node has, ascending; equal ones may repeat.</param>
    /// <param name="node">The node's index.</param>
    internal PointTable WithoutSome(ReadOnlySpan<uint> dropped, int node)
    {
        (uint[] positions, int[] owners) = SearchPoints.Allocate(Count);
        var shadows = new List<ShadowPoint>(Shadows);
        int read = 0;
        int written = 0;
        foreach (uint position in dropped)
        {
            // The point that the position belongs to is copied with its run, and then changed in the copy.
            int run = UpperBound.Of(Positions[read..], position);
            CopyRun(read, positions, owners, written, run);
            read += run;
            written += run;

            int own = shadows.LastIndexOf(new ShadowPoint(position, node));
            if (own >= 0)
            {
                shadows.RemoveAt(own);
                continue;
            }

            int heir = shadows.FindLastIndex(shadow => shadow.Position == position);
            if (heir < 0)
            {
                written--;
            }
            else
            {
                owners[written - 1] = shadows[heir].Node;
                shadows.RemoveAt(heir);
            }
        }

        int rest = Count - read;
        CopyRun(read, positions, owners, written, rest);
        return new PointTable(SearchPoints.Seal(positions, owners, written + rest), [.. shadows]);
    }
}
