namespace RingPerf.Analysis.Statistics;

/// <summary>A range of positions that changes hands, for readers.</summary>
/// <param name="Start">The first position.</param>
/// <param name="Last">The last position, below <paramref name="Start"/> where the range wraps.</param>
/// <param name="Share">Its part of the circle, 0 to 1.</param>
/// <param name="From">The owner before.</param>
/// <param name="To">The owner after.</param>
internal readonly record struct MovedRange(uint Start, uint Last, double Share, string From, string To)
{
    /// <summary>The ranges between two rings with points, by ascending start.</summary>
    internal static MovedRange[] Between(HashRing before, HashRing after) =>
    [
        .. new RingChange(before, after).GetMoves().OrderBy(move => move.Start)
            .Select(move => new MovedRange(move.Start, move.Last, move.Share, move.From!, move.To!)),
    ];
}
