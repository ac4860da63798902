using System.Diagnostics;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>Short measurements of time on this machine.</summary>
internal static class Timing
{
    private const int Keys = 4096;
    private const int Rounds = 21;
    private const int LeastRuns = 3;
    private const int MostRuns = 501;

    // The runtime compiles hot code anew after a tenth of a second, in the background.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LookupTime = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan RunTime = TimeSpan.FromMilliseconds(150);

    /// <summary>Milliseconds of a piece of work, run once before it counts.</summary>
    internal static Quantiles Milliseconds(Func<object> work)
    {
        GC.KeepAlive(work());
        var runs = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (runs.Count < LeastRuns || (runs.Count < MostRuns && Stopwatch.GetElapsedTime(start) < RunTime))
        {
            long from = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            runs.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return Quantiles.Of([.. runs]);
    }

    /// <summary>Nanoseconds of one lookup of random 36-byte keys.</summary>
    internal static Quantiles LookupNanoseconds<T>(T lookup) where T : struct, ILookup
    {
        using var keys = new SeededKeys(Keys, 1);
        using IKeyBatches batch = keys.Open();
        batch.MoveNext();
        byte[] utf8 = batch.Utf8.ToArray();
        int[] offsets = batch.Offsets.ToArray();
        Lookups(lookup, utf8, offsets, WarmUpTime);
        double[] rounds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            rounds[round] = Lookups(lookup, utf8, offsets, LookupTime);
        }

        return Quantiles.Of(rounds);
    }

    private static double Lookups<T>(T lookup, byte[] utf8, int[] offsets, TimeSpan time) where T : struct, ILookup
    {
        long lookups = 0;
        long sum = 0;
        long from = Stopwatch.GetTimestamp();
        TimeSpan elapsed;
        do
        {
            for (int i = 0; i + 1 < offsets.Length; i++)
            {
                sum += lookup.Find(utf8.AsSpan(offsets[i]..offsets[i + 1]));
            }

            lookups += offsets.Length - 1;
            elapsed = Stopwatch.GetElapsedTime(from);
        }
        while (elapsed < time);

        GC.KeepAlive(sum);
        return elapsed.TotalNanoseconds / lookups;
    }
}
