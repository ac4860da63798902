namespace RingPerf.Search;

/// <summary>The definition, one point after the other: the oracle of every other search.</summary>
internal readonly struct LinearSearch : IPointSearch<LinearSearch>
{
    private readonly SearchPoints _points;

    private LinearSearch(SearchPoints points) => _points = points;

    public long IndexBytes => 0;

    public static LinearSearch Build(SearchPoints points) => new(points);

    public int FindPoint(uint position)
    {
        for (int point = 0; point < _points.Count; point++)
        {
            if (_points.Positions[point] > position)
            {
                return point;
            }
        }

        return 0;
    }

    public int FindOwner(uint position) => _points.Owners[FindPoint(position)];

    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            owners[i] = FindOwner(positions[i]);
        }
    }
}
