using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Search;

/// <summary>For rings larger than the caches: a lookup touches one cache line, which holds positions and owners of its bucket.</summary>
/// <remarks>
/// Design: a bucket is 1/n-th of the circle with three points on average. Its line has seven positions, the index of the
/// first of them among all points, and eight owners: those of the positions and, behind the last, that of the next point
/// of the circle. Unused places repeat that one, so the number of positions at or below the key is the place of its owner.
/// A bucket with more than seven points (one in a hundred) ends in a negative owner that leads to the sorted arrays.
/// </remarks>
public readonly unsafe struct LineSearch : IPointSearch<LineSearch>
{
    private const int LineWords = CacheLine.Bytes / sizeof(uint);
    private const int Slots = 7;
    private const int OwnerWord = 8;
    private const uint SlotMask = (1u << Slots) - 1;
    private const double PointsPerLine = 3;
    private const int PrefetchDistance = 24;

    private readonly CacheLine[] _memory;
    private readonly uint* _lines;
    private readonly uint _lineCount;
    private readonly SearchPoints _points;

    private LineSearch(CacheLine[] memory, uint* lines, uint lineCount, SearchPoints points)
    {
        _memory = memory;
        _lines = lines;
        _lineCount = lineCount;
        _points = points;
    }

    /// <inheritdoc/>
    public long IndexBytes => CacheLine.Bytes * (long)_memory.Length;

    static LineSearch IPointSearch<LineSearch>.Build(SearchPoints points)
    {
        uint lineCount = Math.Max(1, (uint)(points.Count / PointsPerLine));
        CacheLine[] memory = CacheLine.Allocate(lineCount, out void* room);
        uint* lines = (uint*)room;
        int first = 0;
        for (uint line = 0; line < lineCount; line++)
        {
            int end = first;
            while (end < points.Count && LineOf(points.Positions[end], lineCount) == line)
            {
                end++;
            }

            Write(lines + ((nuint)line * LineWords), points, first, end);
            first = end;
        }

        return new LineSearch(memory, lines, lineCount, points);
    }

    /// <inheritdoc/>
    public int FindPoint(uint position)
    {
        uint* line = Line(position);
        int below = Below(line, position);
        int owner = (int)line[OwnerWord + below];
        int first = (int)line[Slots];
        int point = owner < 0 ? Continue(~owner, position) : Math.Min(first + below, EndOf(line, first));
        return point == _points.Count ? 0 : point;
    }

    /// <inheritdoc/>
    public int FindOwner(uint position)
    {
        uint* line = Line(position);
        int owner = (int)line[OwnerWord + Below(line, position)];
        return owner >= 0 ? owner : _points.Owners[Continue(~owner, position)];
    }

    /// <inheritdoc/>
    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners)
    {
        Debug.Assert(positions.Length == owners.Length);
        // A copy, as the JIT must take it that a write to the answers may change this struct.
        LineSearch lines = this;
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

    private static uint LineOf(uint position, uint lineCount) => (uint)(((ulong)position * lineCount) >> 32);

    private static void Write(uint* line, SearchPoints points, int first, int end)
    {
        int held = Math.Min(end - first, Slots);
        int next = end - first > Slots ? ~(first + Slots) : points.Owners[end];
        for (int slot = 0; slot < Slots; slot++)
        {
            line[slot] = slot < held ? points.Positions[first + slot] : uint.MaxValue;
            line[OwnerWord + slot] = (uint)(slot < held ? points.Owners[first + slot] : next);
        }

        line[Slots] = (uint)first;
        line[OwnerWord + Slots] = (uint)next;
    }

    private static int Below(uint* line, uint position) => BitOperations.PopCount(
        Vector256.LessThanOrEqual(Vector256.Load(line), Vector256.Create(position)).ExtractMostSignificantBits() & SlotMask);

    private uint* Line(uint position) => _lines + ((nuint)LineOf(position, _lineCount) * LineWords);

    // Empty places hold the greatest value, which the greatest key counts as below itself.
    private int EndOf(uint* line, int first)
    {
        uint* next = line + LineWords;
        return next < _lines + ((nuint)_lineCount * LineWords) ? (int)next[Slots] : _points.Count;
    }

    private int Continue(int point, uint position)
    {
        while (point < _points.Count && _points.Positions[point] <= position)
        {
            point++;
        }

        return point;
    }
}
