namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>The run of positions that a point owns.</summary>
    /// <param name="point">Index of the point, 0 to below <see cref="PointCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="point"/> is out of range.</exception>
    /// <returns>Start, length and owner; never empty.</returns>
    public RingArc GetArc(int point)
    {
        ReadOnlySpan<uint> positions = Positions;
        if ((uint)point >= (uint)positions.Length)
        {
            Throw.IndexOutOfRange(nameof(point), point, positions.Length);
        }

        uint start = positions[point == 0 ? ^1 : point - 1];
        uint length = unchecked(positions[point] - start);
        return new RingArc(start, length == 0 ? CircleLength : length, Owners[point]);
    }

    /// <summary>The number of positions that each node owns, exact: on a ring with points they sum to 2^32.</summary>
    /// <param name="lengths">Receives a number for each of <see cref="Nodes"/>; may be longer.</param>
    /// <remarks>Allocates nothing. O(n) in the number of points.</remarks>
    /// <exception cref="ArgumentException"><paramref name="lengths"/> is too short.</exception>
    public void GetOwnedLengths(Span<ulong> lengths)
    {
        if (lengths.Length < Nodes.Count)
        {
            Throw.DestinationTooShort(nameof(lengths), lengths.Length, Nodes.Count);
        }

        lengths[..Nodes.Count].Clear();
        for (int point = 0; point < PointCount; point++)
        {
            RingArc arc = GetArc(point);
            lengths[arc.NodeIndex] += arc.Length;
        }
    }

    /// <summary>The part of the circle that each node owns, exact, parallel to <see cref="Nodes"/>.</summary>
    /// <returns>A new array; its numbers sum to 1 on a ring with points.</returns>
    public double[] GetShares()
    {
        ulong[] lengths = new ulong[Nodes.Count];
        GetOwnedLengths(lengths);
        return Array.ConvertAll(lengths, length => length / (double)CircleLength);
    }
}
