using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>What a ring costs.</summary>
/// <param name="Bytes">Memory of its arrays.</param>
/// <param name="BuildMs">Time to build it, milliseconds; null where it is not known.</param>
/// <param name="LookupNs">Time of one lookup of a 36-byte key, nanoseconds; null where it is not known.</param>
/// <param name="Times">Where the times are from.</param>
internal sealed record RingCost(long Bytes, Quantiles? BuildMs, Quantiles? LookupNs, TimeSource Times)
{
    private const double NsAMillisecond = 1e6;
    private static readonly string[] LookupSuites = ["SingleLookupBenchmarks", "LookupBenchmarks"];
    private static readonly string[] BuildSuites = ["BuildBenchmarks"];

    /// <summary>Builds the ring a few times on this machine and looks random keys up.</summary>
    internal static RingCost Measure(string[] nodes, HashRingOptions options)
    {
        var ring = new HashRing(nodes, options);
        return new RingCost(
            ring.MemoryBytes,
            Timing.Milliseconds(() => new HashRing(nodes, options)),
            Timing.LookupNanoseconds(new RingLookup(ring)),
            new TimeSource("measured here", null, [], []));
    }

    /// <summary>Takes the times from benchmark results; the memory is that of the ring.</summary>
    /// <param name="nodes">Names of the nodes.</param>
    /// <param name="options">The ring's options.</param>
    /// <param name="rows">The folder's rows.</param>
    /// <param name="folder">Its name.</param>
    internal static RingCost OfResults(string[] nodes, HashRingOptions options, IReadOnlyCollection<BenchmarkRow> rows, string folder)
    {
        bool measured = options.Profile == RingProfile.Aodh;
        string hash = OptionText.NameOf(OptionText.Hashes, options.Hash);
        MeasuredTime? lookup = measured ? MeasuredTime.At(rows, LookupSuites, $"{hash}/utf8", nodes.Length, options.Replicas) : null;
        string builder = options.Hash == HashFunction.Md5 ? "HashRing" : $"HashRing/{hash}";
        MeasuredTime? build = measured && options.Labels == LabelFormat.Plain
            ? MeasuredTime.At(rows, BuildSuites, builder, nodes.Length, options.Replicas)
            : null;
        return new RingCost(
            new HashRing(nodes, options).MemoryBytes,
            build?.In(NsAMillisecond),
            lookup?.Nanoseconds,
            new TimeSource(folder, rows.First().Machine, build?.Rings ?? [], lookup?.Rings ?? []));
    }

    private readonly struct RingLookup(HashRing ring) : ILookup
    {
        public int Find(ReadOnlySpan<byte> utf8) => ring.GetNodeIndex(utf8);
    }
}
