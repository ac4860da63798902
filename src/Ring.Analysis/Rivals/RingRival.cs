using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Rivals;

/// <summary>The ring itself.</summary>
internal sealed class RingRival(HashRing ring) : Rival
{
    internal override IReadOnlyList<string> Nodes => ring.Nodes;

    internal override long Bytes => ring.MemoryBytes;

    internal override KeyPlacing Place() => ring.GetNodeIndex;

    internal override Rival Add(string node) => new RingRival(ring.Add(node));

    internal override Rival Remove(string node) => new RingRival(ring.Remove(node));

    internal override Quantiles MeasureLookup(int keys) => Timing.LookupNanoseconds(new Lookup(ring));

    private readonly struct Lookup(HashRing ring) : ILookup
    {
        public int Find(ReadOnlySpan<byte> utf8) => ring.GetNodeIndex(utf8);
    }
}
