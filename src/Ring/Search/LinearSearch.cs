namespace RingPerf.Search;

/// <summary>The definition, one point after the other: the oracle of every other search.</summary>
internal readonly struct LinearSearch : IPointSearch<LinearSearch>
{
    private readonly uint[] _positions;
    private readonly int[] _owners;

    private LinearSearch(uint[] positions, int[] owners)
    {
        _positions = positions;
        _owners = owners;
    }

    public long IndexBytes => 0;

    public static LinearSearch Build(uint[] positions, int[] owners) => new(positions, owners);

    public int FindPoint(uint position)
    {
        for (int point = 0; point < _positions.Length; point++)
        {
            if (_positions[point] > position)
            {
                return point;
            }
        }

        return 0;
    }

    public int FindOwner(uint position) => _owners[FindPoint(position)];
}
