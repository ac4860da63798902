using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Rivals;

/// <summary>The ring with bounded loads: a key passes full nodes by, so that its node depends on the keys before it.</summary>
/// <remarks>A lookup is a key placed and taken off again while as many others are placed as a run has, since only full nodes make it
/// long.</remarks>
internal sealed class BoundedRival(HashRing ring, bool weighted) : Rival
{
    /// <summary>How far above the mean a load may go.</summary>
    internal const double Factor = 1.25;

    internal override IReadOnlyList<string> Nodes => ring.Nodes;

    internal override long Bytes => ring.MemoryBytes + ((long)ring.Nodes.Count * (sizeof(int) + (weighted ? sizeof(double) : 0)));

    internal override KeyPlacing Place() => Loads().Assign;

    internal override Rival Add(string node) => new BoundedRival(ring.Add(node), weighted);

    internal override Rival Remove(string node) => new BoundedRival(ring.Remove(node), weighted);

    internal override Quantiles MeasureLookup(int keys)
    {
        BoundedLoads loads = Loads();
        using var source = new SeededKeys(keys, seed: 2);
        using IKeyBatches batches = source.Open();
        while (batches.MoveNext())
        {
            for (int i = 0; i + 1 < batches.Offsets.Length; i++)
            {
                loads.Assign(batches.Utf8[batches.Offsets[i]..batches.Offsets[i + 1]]);
            }
        }

        return Timing.LookupNanoseconds(new Lookup(loads));
    }

    private BoundedLoads Loads() => new(ring, Factor, new int[ring.Nodes.Count], weighted ? ring.Weights : default);

    private readonly struct Lookup(BoundedLoads loads) : ILookup
    {
        public int Find(ReadOnlySpan<byte> utf8)
        {
            int node = loads.Assign(utf8);
            loads.Release(node);
            return node;
        }
    }
}
