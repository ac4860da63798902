namespace RingPerf;

/// <summary>Both rings' points in one ascending pass: between two neighbours of all points neither owner changes.</summary>
internal readonly struct MoveWalk
{
    private readonly HashRing _before;
    private readonly HashRing _after;
    private readonly int[] _renumbered;

    internal MoveWalk(HashRing before, HashRing after)
    {
        _before = before;
        _after = after;
        _renumbered = new int[before.Nodes.Count];
        for (int node = 0; node < _renumbered.Length; node++)
        {
            _renumbered[node] = after.IndexOf(before.Nodes[node]);
        }
    }

    internal RingMove[] Moves()
    {
        var moves = new List<RingMove>();
        ReadOnlySpan<uint> before = _before.Positions;
        ReadOnlySpan<uint> after = _after.Positions;
        int old = 0;
        int now = 0;
        uint lowest = Lower(before, old, after, now);
        uint start = lowest;
        while (old < before.Length || now < after.Length)
        {
            old += old < before.Length && before[old] == start ? 1 : 0;
            now += now < after.Length && after[now] == start ? 1 : 0;
            bool last = old == before.Length && now == after.Length;
            uint end = last ? lowest : Lower(before, old, after, now);
            ulong length = last ? HashRing.CircleLength - (start - lowest) : end - start;
            Append(moves, start, length, old, now);
            start = end;
        }

        return Joined(moves);
    }

    private static uint Lower(ReadOnlySpan<uint> before, int old, ReadOnlySpan<uint> after, int now) => Math.Min(
        old < before.Length ? before[old] : uint.MaxValue, now < after.Length ? after[now] : uint.MaxValue);

    private static bool SameOwners(RingMove one, RingMove other) =>
        ReferenceEquals(one.From, other.From) && ReferenceEquals(one.To, other.To);

    // The last run may go on in the first, over the lowest point.
    private static RingMove[] Joined(List<RingMove> moves)
    {
        if (moves.Count > 1 && SameOwners(moves[^1], moves[0]) && unchecked(moves[^1].Last + 1) == moves[0].Start)
        {
            moves[0] = moves[^1] with { Length = moves[^1].Length + moves[0].Length };
            moves.RemoveAt(moves.Count - 1);
        }

        return [.. moves];
    }

    private static int OwnerOf(HashRing ring, int point) =>
        ring.PointCount == 0 ? -1 : ring.Owners[point == ring.PointCount ? 0 : point];

    private void Append(List<RingMove> moves, uint start, ulong length, int old, int now)
    {
        int from = OwnerOf(_before, old);
        int to = OwnerOf(_after, now);
        if (from >= 0 && to >= 0 && _renumbered[from] == to)
        {
            return;
        }

        var move = new RingMove(start, length, from < 0 ? null : _before.Nodes[from], to < 0 ? null : _after.Nodes[to]);
        if (moves.Count > 0 && SameOwners(moves[^1], move) && unchecked(moves[^1].Last + 1) == start)
        {
            moves[^1] = moves[^1] with { Length = moves[^1].Length + length };
        }
        else
        {
            moves.Add(move);
        }
    }
}
