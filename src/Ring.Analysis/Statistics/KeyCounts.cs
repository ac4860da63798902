using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>Keys to the number that each node owns, in one pass that holds a batch at a time.</summary>
internal static class KeyCounts
{
    internal static long[] Of(HashRing ring, KeySource keys)
    {
        long[] counts = new long[ring.Nodes.Count];
        int[] owners = [];
        using IKeyBatches batches = keys.Open();
        while (batches.MoveNext())
        {
            int length = batches.Offsets.Length - 1;
            if (owners.Length < length)
            {
                owners = new int[length];
            }

            ring.GetNodeIndices(batches.Utf8, batches.Offsets, owners);
            foreach (int owner in owners.AsSpan(0, length))
            {
                counts[owner]++;
            }
        }

        return counts;
    }
}
