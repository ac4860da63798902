using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RingPerf.Search;

/// <summary>A table by the position's top bits leads to the first point of its bucket; one vector comparison does the rest.</summary>
/// <remarks>
/// Design: hash positions are uniform, so the top bits are an exact learned index. One to four points a bucket keep it
/// within the eight positions that one load compares; more than that is a further load, not a different path.
/// No branch depends on the key but the one for buckets where eight points or more lie at or below it.
/// Owners are held once more in two bytes where that is enough: what a lookup reads at random decides its time.
/// </remarks>
public readonly struct BucketSearch : IPointSearch<BucketSearch>
{
    // Up to here a table of one to two points a bucket is small beside the caches; above, half of it is worth a second look now and then.
    private const int MostPointsOfFullTable = ushort.MaxValue;

    private readonly uint[] _positions;
    private readonly int[] _owners;
    private readonly ushort[]? _shortOwners;
    private readonly int[] _starts;
    private readonly int _count;
    private readonly int _shift;

    private BucketSearch(SearchPoints points, int[] starts, int shift)
    {
        _positions = points.Positions;
        _owners = points.Owners;
        _shortOwners = Shorten(points.Owners.AsSpan(0, points.Count + 1));
        _count = points.Count;
        _starts = starts;
        _shift = shift;
    }

    /// <inheritdoc/>
    public long IndexBytes => (sizeof(int) * (long)_starts.Length) + (sizeof(ushort) * (long)(_shortOwners?.Length ?? 0));

    static BucketSearch IPointSearch<BucketSearch>.Build(SearchPoints points)
    {
        int bits = BitOperations.Log2((uint)points.Count) - (points.Count > MostPointsOfFullTable ? 1 : 0);
        int shift = 32 - Math.Clamp(bits, 1, 28);
        int[] starts = new int[(1 << (32 - shift)) + 1];
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
    public int FindOwner(uint position)
    {
        int point = UpperBound(position);
        return _shortOwners is null ? _owners[point] : _shortOwners[point];
    }

    /// <inheritdoc/>
    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners)
    {
        Debug.Assert(positions.Length == owners.Length);
        if (_shortOwners is null)
        {
            FindOwners(_owners, positions, owners);
        }
        else
        {
            FindOwners(_shortOwners, positions, owners);
        }
    }

    // What does not change is read once: the JIT must take it that a write to the answers may change this struct.
    private void FindOwners<TOwner>(TOwner[] all, ReadOnlySpan<uint> positions, Span<int> owners)
        where TOwner : struct, IBinaryInteger<TOwner>
    {
        ref uint position = ref MemoryMarshal.GetReference(positions);
        ref int owner = ref MemoryMarshal.GetReference(owners);
        ref TOwner ownerOfPoint = ref MemoryMarshal.GetArrayDataReference(all);
        ref uint first = ref MemoryMarshal.GetArrayDataReference(_positions);
        ref int start = ref MemoryMarshal.GetArrayDataReference(_starts);
        int shift = _shift;
        int count = _count;
        for (int i = 0; i < positions.Length; i++)
        {
            int point = UpperBound(ref first, ref start, shift, count, Unsafe.Add(ref position, i));
            Unsafe.Add(ref owner, i) = int.CreateTruncating(Unsafe.Add(ref ownerOfPoint, point));
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

    /// <summary>The owners in two bytes each; null where there are more nodes than that tells apart.</summary>
    private static ushort[]? Shorten(ReadOnlySpan<int> owners)
    {
        if (owners.ContainsAnyExceptInRange(0, ushort.MaxValue))
        {
            return null;
        }

        ushort[] shorts = GC.AllocateUninitializedArray<ushort>(owners.Length);
        int i = 0;
        for (; i + Vector256<ushort>.Count <= owners.Length; i += Vector256<ushort>.Count)
        {
            var low = Vector256.Create(owners[i..]);
            var high = Vector256.Create(owners[(i + Vector256<int>.Count)..]);
            Vector256.Narrow(low, high).AsUInt16().CopyTo(shorts, i);
        }

        for (; i < owners.Length; i++)
        {
            shorts[i] = (ushort)owners[i];
        }

        return shorts;
    }

    private int UpperBound(uint position) => UpperBound(
        ref MemoryMarshal.GetArrayDataReference(_positions), ref MemoryMarshal.GetArrayDataReference(_starts), _shift, _count, position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int UpperBound(ref uint positions, ref int starts, int shift, int count, uint position)
    {
        int point = Unsafe.Add(ref starts, (nint)(position >> shift));
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
            if (point >= count)
            {
                return count;
            }
        }
    }
}
