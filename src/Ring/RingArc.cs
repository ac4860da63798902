namespace RingPerf;

/// <summary>The run of positions that one point owns: from the previous point's position up to one below its own.</summary>
/// <param name="Start">First position of the arc, which is the previous point's own position.</param>
/// <param name="Length">Number of positions, 1 to 2^32; 2^32 where the ring has a single point.</param>
/// <param name="NodeIndex">The owner, an index into <see cref="HashRing.Nodes"/>.</param>
public readonly record struct RingArc(uint Start, ulong Length, int NodeIndex)
{
    /// <summary>Last position of the arc, inclusive; below <see cref="Start"/> where the arc wraps past 2^32 − 1.</summary>
    public uint Last => unchecked(Start + (uint)(Length - 1));

    /// <summary>The arc's part of the whole circle, above 0 and at most 1, exact.</summary>
    public double Share => Length / (double)HashRing.CircleLength;
}
