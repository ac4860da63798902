using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Search;

/// <summary>Upper bound over the positions in breadth-first order of a search tree, so that the first levels share cache lines.</summary>
/// <remarks>Source: Khuong and Morin, "Array Layouts for Comparison-Based Searching", JEA 2017, section 5. Node k has the
/// children 2k and 2k + 1; the four levels below a node lie in one line, which is prefetched.</remarks>
internal readonly struct EytzingerSearch : IPointSearch<EytzingerSearch>
{
    private const int LinePositions = 16;

    private readonly uint[] _tree;
    private readonly int[] _points;
    private readonly int[] _owners;

    private EytzingerSearch(uint[] tree, int[] points, int[] owners)
    {
        _tree = tree;
        _points = points;
        _owners = owners;
    }

    public long IndexBytes => (sizeof(uint) * (long)_tree.Length) + (sizeof(int) * (long)_points.Length);

    public static EytzingerSearch Build(SearchPoints points)
    {
        uint[] tree = new uint[points.Count + 1];
        int[] order = new int[points.Count + 1];
        int next = 0;
        Fill(1);
        return new EytzingerSearch(tree, order, points.Owners);

        // Below the last level a node is up to twice the length, which an int does not hold.
        void Fill(long node)
        {
            if (node < tree.Length)
            {
                Fill(2 * node);
                tree[node] = points.Positions[next];
                order[node] = next++;
                Fill((2 * node) + 1);
            }
        }
    }

    public int FindPoint(uint position) => _points[Find(position)];

    public int FindOwner(uint position) => _owners[_points[Find(position)]];

    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            owners[i] = FindOwner(positions[i]);
        }
    }

    // Every turn right since the last turn left is a 1 at the end of k; taking them and that 0 off leads back to the answer.
    // A path that only turned right ends at node 0, whose point is 0: the wrap.
    private unsafe int Find(uint position)
    {
        ref uint tree = ref MemoryMarshal.GetArrayDataReference(_tree);
        uint length = (uint)_tree.Length;
        uint k = 1;
        while (k < length)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref tree, (nint)((ulong)k * LinePositions))));
            }

            k = (2 * k) + PositionOrder.BitAtMost(Unsafe.Add(ref tree, k), position);
        }

        return (int)(k >> (BitOperations.TrailingZeroCount(~k) + 1));
    }
}
