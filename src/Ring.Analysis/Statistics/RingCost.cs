namespace RingPerf.Analysis.Statistics;

/// <summary>What a ring costs on this machine.</summary>
/// <param name="Bytes">Memory of its arrays.</param>
/// <param name="BuildMs">Time to build it, milliseconds.</param>
/// <param name="LookupNs">Time of one lookup of a 36-byte key, nanoseconds.</param>
internal sealed record RingCost(long Bytes, Quantiles BuildMs, Quantiles LookupNs)
{
    /// <summary>Builds the ring a few times and looks random keys up.</summary>
    internal static RingCost Measure(string[] nodes, HashRingOptions options)
    {
        var ring = new HashRing(nodes, options);
        return new RingCost(ring.MemoryBytes, Timing.Milliseconds(() => new HashRing(nodes, options)), Timing.LookupNanoseconds(new RingLookup(ring)));
    }

    private readonly struct RingLookup(HashRing ring) : ILookup
    {
        public int Find(ReadOnlySpan<byte> utf8) => ring.GetNodeIndex(utf8);
    }
}
