using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RingPerf.Search;

/// <summary>Upper bound by halving a length instead of a range: one masked addition a level, never a mispredicted branch.</summary>
/// <remarks>Source: Khuong and Morin, "Array Layouts for Comparison-Based Searching", JEA 2017, section 3.</remarks>
internal readonly struct BranchlessSearch : IPointSearch<BranchlessSearch>
{
    private readonly SearchPoints _points;

    private BranchlessSearch(SearchPoints points) => _points = points;

    public long IndexBytes => 0;

    public static BranchlessSearch Build(SearchPoints points) => new(points);

    public int FindPoint(uint position)
    {
        int point = UpperBound(position);
        return point == _points.Count ? 0 : point;
    }

    public int FindOwner(uint position) => _points.Owners[UpperBound(position)];

    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            owners[i] = FindOwner(positions[i]);
        }
    }

    private int UpperBound(uint position)
    {
        ref uint positions = ref MemoryMarshal.GetArrayDataReference(_points.Positions);
        int first = 0;
        int length = _points.Count;
        while (length > 1)
        {
            int half = length >> 1;
            first += half & PositionOrder.MaskAtMost(Unsafe.Add(ref positions, first + half - 1), position);
            length -= half;
        }

        return first - PositionOrder.MaskAtMost(Unsafe.Add(ref positions, first), position);
    }
}
