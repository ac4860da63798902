namespace RingPerf.Search;

/// <summary>Upper bound by halving, O(log n), over the sorted positions alone: what <c>Array.BinarySearch</c> does.</summary>
internal readonly struct BinarySearch : IPointSearch<BinarySearch>
{
    private readonly SearchPoints _points;

    private BinarySearch(SearchPoints points) => _points = points;

    public long IndexBytes => 0;

    public static BinarySearch Build(SearchPoints points) => new(points);

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
        uint[] positions = _points.Positions;
        int low = 0;
        int high = _points.Count;
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
}
