namespace RingPerf.Analysis.Statistics;

/// <summary>What moves when one ring becomes another, exact from their arcs.</summary>
/// <param name="Before">Each node's share before.</param>
/// <param name="After">Each node's share after.</param>
/// <param name="Moved">The part of the circle that changes hands.</param>
/// <param name="Least">The least that could: ½ Σ |after − before| over all nodes.</param>
/// <param name="Flows">From node to node, the greatest first.</param>
/// <param name="RangeCount">Number of ranges that change hands.</param>
/// <param name="Keys">Number of the given keys.</param>
/// <param name="KeysMoved">Number of them that change hands.</param>
internal sealed record MovementAnalysis(
    IReadOnlyList<NodeShare> Before,
    IReadOnlyList<NodeShare> After,
    double Moved,
    double Least,
    IReadOnlyList<Flow> Flows,
    long RangeCount,
    long Keys,
    long KeysMoved)
{
    /// <summary>Compares two rings with points; <paramref name="keys"/> counts keys that go from a node to another.</summary>
    internal static MovementAnalysis Of(HashRing before, HashRing after, KeyMoves keys)
    {
        var lengths = new Dictionary<(string From, string To), ulong>();
        RingMove[] moves = new RingChange(before, after).GetMoves();
        foreach (RingMove move in moves)
        {
            lengths[(move.From!, move.To!)] = lengths.GetValueOrDefault((move.From!, move.To!)) + move.Length;
        }

        var counts = keys.Counts.ToDictionary(count => (before.Nodes[count.Key.From], after.Nodes[count.Key.To]), count => count.Value);
        Flow[] flows =
        [
            .. lengths.OrderByDescending(flow => flow.Value).ThenBy(flow => flow.Key.From, StringComparer.Ordinal).ThenBy(flow => flow.Key.To, StringComparer.Ordinal)
                .Select(flow => new Flow(flow.Key.From, flow.Key.To, Share(flow.Value), counts.GetValueOrDefault(flow.Key))),
        ];
        return new MovementAnalysis(
            SharesOf(before), SharesOf(after), Share(lengths.Values.Aggregate(0UL, (sum, length) => sum + length)), Share(LeastLength(before, after)),
            flows, moves.Length, keys.Keys, keys.Moved);
    }

    private static NodeShare[] SharesOf(HashRing ring) => [.. ring.Nodes.Zip(ring.GetShares(), (node, share) => new NodeShare(node, share))];

    // In whole positions, so that a change that moves no more than it must shows the very same number.
    private static ulong LeastLength(HashRing before, HashRing after)
    {
        Dictionary<string, ulong> lengthsAfter = LengthsOf(after);
        ulong gained = 0;
        foreach ((string node, ulong length) in LengthsOf(before))
        {
            lengthsAfter.Remove(node, out ulong then);
            gained += then > length ? then - length : 0;
        }

        return lengthsAfter.Values.Aggregate(gained, (sum, length) => sum + length);
    }

    private static Dictionary<string, ulong> LengthsOf(HashRing ring)
    {
        ulong[] lengths = new ulong[ring.Nodes.Count];
        ring.GetOwnedLengths(lengths);
        return ring.Nodes.Zip(lengths).ToDictionary();
    }

    private static double Share(ulong length) => length / (double)HashRing.CircleLength;
}
