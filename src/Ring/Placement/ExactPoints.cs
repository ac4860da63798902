namespace RingPerf.Placement;

/// <summary>Points of 128 bits, strictly ascending, with the owner of each: the last word where 32 bits do not tell.</summary>
internal sealed class ExactPoints(UInt128[] positions, int[] owners)
{
    internal ReadOnlySpan<UInt128> Positions => positions;

    internal ReadOnlySpan<int> Owners => owners;

    internal long Bytes => (16L + sizeof(int)) * positions.Length;

    /// <summary>Owner of the first point above a position, past the last one the first.</summary>
    internal int FindOwner(UInt128 position)
    {
        int point = UpperBound.Of(Positions, position);
        return owners[point == owners.Length ? 0 : point];
    }
}
