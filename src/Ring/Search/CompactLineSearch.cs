using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Search;

/// <summary>For rings larger than the caches: a lookup touches one cache line, and the lines take less than half the room of <see cref="LineSearch"/>'s.</summary>
/// <remarks>
/// Design: a bucket is 1/n-th of the circle with seven points on average. Its line has 16 offsets, the top 16 bits of each
/// point's place within the bucket, and 16 owners: those of up to 15 points and, behind the last, that of the next point
/// of the circle. Unused offsets are the greatest, so the number of offsets below the key's is the place of its owner.
/// A key whose offset equals one (one in 9,000), and one past 15 points (one in 3,000), is looked up among the sorted positions.
/// </remarks>
public readonly unsafe struct CompactLineSearch : IPointSearch<CompactLineSearch>
{
    private const int Slots = 16;
    private const int PointsPerLine = 7;
    private const int PrefetchDistance = 64;
    private const ushort SearchOn = ushort.MaxValue;

    // Vectors compare signed numbers everywhere; offsets are kept in that order.
    private const int Sign = 0x8000;

    private readonly CacheLine[] _memory;
    private readonly byte* _lines;
    private readonly uint _lineCount;
    private readonly InterpolationSearch _exact;

    private CompactLineSearch(CacheLine[] memory, byte* lines, uint lineCount, InterpolationSearch exact)
    {
        _memory = memory;
        _lines = lines;
        _lineCount = lineCount;
        _exact = exact;
    }

    /// <inheritdoc/>
    public long IndexBytes => CacheLine.Bytes * (long)_memory.Length;

    static int IPointSearch<CompactLineSearch>.MaxNodes => SearchOn;

    /// <summary>Whether every owner fits the line, so that the search can be built.</summary>
    internal static bool Holds(SearchPoints points) => !points.Owners.AsSpan(0, points.Count).ContainsAnyExceptInRange(0, SearchOn - 1);

    static CompactLineSearch IPointSearch<CompactLineSearch>.Build(SearchPoints points)
    {
        Debug.Assert(Holds(points));
        uint lineCount = Math.Max(1, (uint)points.Count / PointsPerLine);
        CacheLine[] memory = CacheLine.Allocate(lineCount, out void* room);
        byte* lines = (byte*)room;
        int first = 0;
        for (uint line = 0; line < lineCount; line++)
        {
            first = Write(lines + ((nuint)line * CacheLine.Bytes), line, points, first, lineCount);
        }

        return new CompactLineSearch(memory, lines, lineCount, new InterpolationSearch(points));
    }

    /// <inheritdoc/>
    public int FindPoint(uint position) => _exact.FindPoint(position);

    /// <inheritdoc/>
    public int FindOwner(uint position)
    {
        ulong place = (ulong)position * _lineCount;
        byte* line = _lines + ((nuint)(place >> 32) * CacheLine.Bytes);
        var offsets = Vector256.Load((short*)line);
        var key = Vector256.Create(OffsetOf(place));
        int below = BitOperations.PopCount(Vector256.LessThan(offsets, key).AsByte().ExtractMostSignificantBits()) / sizeof(short);
        ushort owner = ((ushort*)line)[Slots + below];
        return owner == SearchOn || Vector256.EqualsAny(offsets, key) ? _exact.FindOwner(position) : owner;
    }

    /// <inheritdoc/>
    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners)
    {
        Debug.Assert(positions.Length == owners.Length);
        // A copy, as the JIT must take it that a write to the answers may change this struct.
        CompactLineSearch lines = this;
        int ahead = Math.Min(PrefetchDistance, positions.Length);
        if (Sse.IsSupported)
        {
            for (int i = 0; i < ahead; i++)
            {
                Sse.Prefetch0(lines.Line(positions[i]));
            }
        }

        for (int i = 0; i < positions.Length; i++)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(lines.Line(positions[Math.Min(i + PrefetchDistance, positions.Length - 1)]));
            }

            owners[i] = lines.FindOwner(positions[i]);
        }
    }

    // Writes the line that starts with a point; returns the next line's first.
    private static int Write(byte* line, uint index, SearchPoints points, int first, uint lineCount)
    {
        short* offsets = (short*)line;
        ushort* owners = (ushort*)line + Slots;
        Vector256.Create(short.MaxValue).Store(offsets);
        int held = 0;
        int point = first;
        for (; point < points.Count; point++)
        {
            ulong place = (ulong)points.Positions[point] * lineCount;
            if (place >> 32 != index)
            {
                break;
            }

            if (held < Slots - 1)
            {
                offsets[held] = OffsetOf(place);
                owners[held++] = (ushort)points.Owners[point];
            }
        }

        // Behind the last point of all is the first one's owner once more.
        owners[held] = point - first > held ? SearchOn : (ushort)points.Owners[point];
        return point;
    }

    private static short OffsetOf(ulong place) => (short)((uint)(place >> 16) ^ Sign);

    private byte* Line(uint position) => _lines + ((nuint)(((ulong)position * _lineCount) >> 32) * CacheLine.Bytes);
}
