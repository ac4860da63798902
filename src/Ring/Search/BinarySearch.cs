namespace RingPerf.Search;

/// <summary>Upper bound by halving, O(log n), over the sorted positions alone.</summary>
internal readonly struct BinarySearch : IPointSearch<BinarySearch>
{
    private readonly uint[] _positions;
    private readonly int[] _owners;

    private BinarySearch(uint[] positions, int[] owners)
    {
        _positions = positions;
        _owners = owners;
    }

    public long IndexBytes => 0;

    public static BinarySearch Build(uint[] positions, int[] owners) => new(positions, owners);

    public int FindPoint(uint position)
    {
        int low = 0;
        int high = _positions.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (_positions[middle] > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low == _positions.Length ? 0 : low;
    }

    public int FindOwner(uint position) => _owners[FindPoint(position)];
}
