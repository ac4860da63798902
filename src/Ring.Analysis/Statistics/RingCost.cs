using System.Diagnostics;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>What a ring costs on this machine.</summary>
/// <param name="Bytes">Memory of its arrays.</param>
/// <param name="BuildMs">Time to build it, milliseconds.</param>
/// <param name="LookupNs">Time of one lookup of a 36-byte key, nanoseconds.</param>
internal sealed record RingCost(long Bytes, Quantiles BuildMs, Quantiles LookupNs)
{
    private const int Keys = 4096;
    private const int Rounds = 21;
    private const int LeastBuilds = 3;

    private static readonly TimeSpan BuildTime = TimeSpan.FromSeconds(2);

    // The runtime compiles hot code anew after a tenth of a second, in the background.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookupTime = TimeSpan.FromMilliseconds(10);

    /// <summary>Builds the ring a few times and looks random keys up.</summary>
    internal static RingCost Measure(string[] nodes, HashRingOptions options)
    {
        var builds = new List<double>();
        var ring = new HashRing(nodes, options);
        long start = Stopwatch.GetTimestamp();
        while (builds.Count < LeastBuilds || (builds.Count < Rounds && Stopwatch.GetElapsedTime(start) < BuildTime))
        {
            long from = Stopwatch.GetTimestamp();
            ring = new HashRing(nodes, options);
            builds.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return new RingCost(ring.MemoryBytes, Quantiles.Of([.. builds]), MeasureLookup(ring));
    }

    private static Quantiles MeasureLookup(HashRing ring)
    {
        using var keys = new SeededKeys(Keys, 1);
        using IKeyBatches batch = keys.Open();
        batch.MoveNext();
        byte[] utf8 = batch.Utf8.ToArray();
        int[] offsets = batch.Offsets.ToArray();
        Lookups(ring, utf8, offsets, WarmUpTime);
        double[] rounds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            rounds[round] = Lookups(ring, utf8, offsets, LookupTime);
        }

        return Quantiles.Of(rounds);
    }

    // Nanoseconds a lookup.
    private static double Lookups(HashRing ring, byte[] utf8, int[] offsets, TimeSpan time)
    {
        long lookups = 0;
        long sum = 0;
        long from = Stopwatch.GetTimestamp();
        TimeSpan elapsed;
        do
        {
            for (int i = 0; i + 1 < offsets.Length; i++)
            {
                sum += ring.GetNodeIndex(utf8.AsSpan(offsets[i]..offsets[i + 1]));
            }

            lookups += offsets.Length - 1;
            elapsed = Stopwatch.GetElapsedTime(from);
        }
        while (elapsed < time);

        GC.KeepAlive(sum);
        return elapsed.TotalNanoseconds / lookups;
    }
}
