using RingPerf.Placement;
using RingPerf.Search;

namespace RingPerf.Tests;

/// <summary>Tables of points straight from positions and owners.</summary>
internal static class PointTables
{
    internal static PointTable Of(ReadOnlySpan<uint> positions, ReadOnlySpan<int> owners)
    {
        (uint[] padded, int[] sealedOwners) = SearchPoints.Allocate(positions.Length);
        positions.CopyTo(padded);
        owners.CopyTo(sealedOwners);
        return new PointTable(SearchPoints.Seal(padded, sealedOwners, positions.Length), []);
    }
}
