using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RingPerf.Search;

/// <summary>Upper bound that starts where a uniform law puts the position and gallops from there: no memory besides the points.</summary>
/// <remarks>Hash positions are uniform, so the guess is off by about √n / 2 points; steps double until the answer is enclosed,
/// then halve. O(log n) whatever the positions.</remarks>
public readonly struct InterpolationSearch : IPointSearch<InterpolationSearch>
{
    private readonly SearchPoints _points;

    internal InterpolationSearch(SearchPoints points) => _points = points;

    /// <inheritdoc/>
    public long IndexBytes => 0;

    static InterpolationSearch IPointSearch<InterpolationSearch>.Build(SearchPoints points) => new(points);

    /// <inheritdoc/>
    public int FindPoint(uint position)
    {
        int point = UpperBound(position);
        return point == _points.Count ? 0 : point;
    }

    /// <inheritdoc/>
    public int FindOwner(uint position) => _points.Owners[UpperBound(position)];

    /// <inheritdoc/>
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
        long count = _points.Count;
        long guess = (long)(((ulong)position * (ulong)count) >> 32);
        long low;
        long high;
        long step = 8;
        if (Unsafe.Add(ref positions, (nint)guess) <= position)
        {
            low = guess + 1;
            while (low + step < count && Unsafe.Add(ref positions, (nint)(low + step)) <= position)
            {
                low += step + 1;
                step *= 2;
            }

            high = Math.Min(low + step, count);
        }
        else
        {
            high = guess;
            while (high - step >= 0 && Unsafe.Add(ref positions, (nint)(high - step)) > position)
            {
                high -= step;
                step *= 2;
            }

            low = Math.Max(high - step, 0);
        }

        // The answer lies in [low, high]: positions below low are at most the key's, the one at high is above it or past the end.
        long first = Math.Min(low, count);
        long length = high - low;
        while (length > 0)
        {
            long half = (length + 1) >> 1;
            first += half & PositionOrder.MaskAtMost(Unsafe.Add(ref positions, (nint)(first + half - 1)), position);
            length -= half;
        }

        return (int)first;
    }
}
