namespace RingPerf;

/// <summary>A run of positions whose keys go from one node to another.</summary>
/// <param name="Start">First position of the run.</param>
/// <param name="Length">Number of positions, 1 to 2^32.</param>
/// <param name="From">The owner before, or null where the ring was empty.</param>
/// <param name="To">The owner after, or null where the ring is empty.</param>
public readonly record struct RingMove(uint Start, ulong Length, string? From, string? To)
{
    /// <summary>Last position of the run, inclusive; below <see cref="Start"/> where the run wraps past 2^32 − 1.</summary>
    public uint Last => unchecked(Start + (uint)(Length - 1));

    /// <summary>The run's part of the whole circle, above 0 and at most 1, exact.</summary>
    public double Share => Length / (double)HashRing.CircleLength;
}
