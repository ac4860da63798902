using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>Keys that change hands between two rings, counted in one pass that holds a batch at a time.</summary>
/// <param name="Keys">Number of keys.</param>
/// <param name="Moved">Number that change hands.</param>
/// <param name="Counts">Their number by owner before and owner after.</param>
internal sealed record KeyMoves(long Keys, long Moved, IReadOnlyDictionary<(int From, int To), long> Counts)
{
    /// <summary>Receives a key that moves, and its owners.</summary>
    internal delegate void Visitor(ReadOnlySpan<byte> key, int from, int to);

    /// <summary>Counts the keys that move, and shows each to <paramref name="visit"/> in order.</summary>
    internal static KeyMoves Of(HashRing before, HashRing after, KeySource keys, Visitor? visit = null)
    {
        var counts = new Dictionary<(int From, int To), long>();
        long count = 0;
        long moved = 0;
        int[] from = [];
        int[] to = [];
        using IKeyBatches batches = keys.Open();
        while (batches.MoveNext())
        {
            ReadOnlySpan<int> offsets = batches.Offsets;
            int length = offsets.Length - 1;
            if (from.Length < length)
            {
                from = new int[length];
                to = new int[length];
            }

            before.GetNodeIndices(batches.Utf8, offsets, from);
            after.GetNodeIndices(batches.Utf8, offsets, to);
            count += length;
            for (int i = 0; i < length; i++)
            {
                if (before.Nodes[from[i]] != after.Nodes[to[i]])
                {
                    moved++;
                    counts[(from[i], to[i])] = counts.GetValueOrDefault((from[i], to[i])) + 1;
                    visit?.Invoke(batches.Utf8[offsets[i]..offsets[i + 1]], from[i], to[i]);
                }
            }
        }

        return new KeyMoves(count, moved, counts);
    }
}
