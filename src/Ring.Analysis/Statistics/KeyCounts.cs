using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>What keys bring to each node, in one pass that holds a batch at a time.</summary>
/// <param name="Keys">Number of keys of each node.</param>
/// <param name="Loads">Sum of their weights; null where all weigh the same.</param>
internal sealed record KeyCounts(long[] Keys, double[]? Loads)
{
    /// <summary>Counts the keys of a source.</summary>
    /// <param name="ring">Gives the keys to nodes.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="progress">Told after each batch the number of keys so far and, where the end is known, the part of all.</param>
    /// <exception cref="BadInputException">The weights have no finite sum.</exception>
    internal static KeyCounts Of(HashRing ring, KeySource keys, Action<long, double?>? progress = null)
    {
        long counted = 0;
        long[] counts = new long[ring.Nodes.Count];
        double[]? loads = null;
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

            ReadOnlySpan<double> weights = batches.Weights;
            for (int i = 0; i < weights.Length; i++)
            {
                loads ??= new double[counts.Length];
                loads[owners[i]] += weights[i];
            }

            counted += length;
            progress?.Invoke(counted, batches.Done);
        }

        return loads is null || double.IsFinite(loads.Sum())
            ? new KeyCounts(counts, loads)
            : throw new BadInputException("the weights of all keys sum to Infinity; their sum must be finite");
    }
}
