using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RingPerf.Search;

/// <summary>A table by the position's top bits leads to the first point of its bucket; one vector comparison does the rest.</summary>
/// <remarks>
/// Design: hash positions are uniform, so the top bits are an exact learned index. One to two points a bucket keep it
/// within the eight positions that one load compares; more than that is a further load, not a different path.
/// No branch depends on the key but the one for buckets where eight points or more lie at or below it.
/// </remarks>
public readonly struct BucketSearch : IPointSearch<BucketSearch>
{
    private readonly uint[] _positions;
    private readonly int[] _owners;
    private readonly int[] _starts;
    private readonly int _count;
    private readonly int _shift;

    private BucketSearch(SearchPoints points, int[] starts, int shift)
    {
        _positions = points.Positions;
        _owners = points.Owners;
        _count = points.Count;
        _starts = starts;
        _shift = shift;
    }

    /// <inheritdoc/>
    public long IndexBytes => sizeof(int) * (long)_starts.Length;

    static BucketSearch IPointSearch<BucketSearch>.Build(SearchPoints points)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)points.Count), 1, 28);
        int shift = 32 - bits;
        int[] starts = new int[(1 << bits) + 1];
        ref int start = ref MemoryMarshal.GetArrayDataReference(starts);
        ref uint position = ref MemoryMarshal.GetArrayDataReference(points.Positions);

        // The last point of a bucket leaves the next bucket's start; empty buckets then take over their neighbour's.
        // Two passes without a branch on the data, where a loop over gaps would be mispredicted at every other point.
        for (int point = 0; point < points.Count; point++)
        {
            Unsafe.Add(ref start, (nint)(Unsafe.Add(ref position, point) >> shift) + 1) = point + 1;
        }

        RunningMax(starts);
        return new BucketSearch(points, starts, shift);
    }

    /// <inheritdoc/>
    public int FindPoint(uint position)
    {
        int point = UpperBound(position);
        return point == _count ? 0 : point;
    }

    /// <inheritdoc/>
    public int FindOwner(uint position) => _owners[UpperBound(position)];

    /// <inheritdoc/>
    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners)
    {
        Debug.Assert(positions.Length == owners.Length);
        ref uint position = ref MemoryMarshal.GetReference(positions);
        ref int owner = ref MemoryMarshal.GetReference(owners);
        ref int all = ref MemoryMarshal.GetArrayDataReference(_owners);
        for (int i = 0; i < positions.Length; i++)
        {
            Unsafe.Add(ref owner, i) = Unsafe.Add(ref all, UpperBound(Unsafe.Add(ref position, i)));
        }
    }

    // Each element becomes the greatest up to it. A power of two of buckets has four each; one start is left over.
    private static void RunningMax(Span<int> starts)
    {
        Vector128<int> running = Vector128<int>.Zero;
        int i = 0;
        for (; i + Vector128<int>.Count <= starts.Length; i += Vector128<int>.Count)
        {
            var block = Vector128.Create(starts[i..]);
            block = Vector128.Max(block, Vector128.Shuffle(block, Vector128.Create(0, 0, 1, 2)));
            block = Vector128.Max(block, Vector128.Shuffle(block, Vector128.Create(0, 1, 0, 1)));
            running = Vector128.Max(running, block);
            running.CopyTo(starts[i..]);
            running = Vector128.Shuffle(running, Vector128.Create(3, 3, 3, 3));
        }

        for (; i < starts.Length; i++)
        {
            starts[i] = Math.Max(running[3], starts[i]);
            running = Vector128.Create(starts[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int UpperBound(uint position)
    {
        ref uint positions = ref MemoryMarshal.GetArrayDataReference(_positions);
        int point = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_starts), (nint)(position >> _shift));
        Vector256<uint> key = Vector256.Create(position);
        while (true)
        {
            Vector256<uint> block = Vector256.LoadUnsafe(ref positions, (nuint)point);
            int below = BitOperations.PopCount(Vector256.LessThanOrEqual(block, key).ExtractMostSignificantBits());
            point += below;
            if (below < Vector256<uint>.Count)
            {
                return point;
            }

            // Only the greatest position counts the padding as below itself.
            if (point >= _count)
            {
                return _count;
            }
        }
    }
}
