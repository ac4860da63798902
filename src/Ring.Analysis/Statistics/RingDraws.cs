using System.Runtime.ExceptionServices;

namespace RingPerf.Analysis.Statistics;

/// <summary>Rings of random node names, drawn on all cores.</summary>
internal static class RingDraws
{
    private const long PointsAtOnce = 64_000_000;

    /// <summary>Draws rings by their number and takes what <paramref name="measure"/> finds, in order whatever the number of cores.</summary>
    /// <param name="rings">Number of rings.</param>
    /// <param name="points">Points of each, for a bound on memory.</param>
    /// <param name="measure">From the number of a ring, 0 to below <paramref name="rings"/>.</param>
    /// <param name="drawn">Called after each ring, by one thread at a time.</param>
    internal static T[] Each<T>(int rings, double points, Func<int, T> measure, Action drawn)
    {
        var found = new T[rings];
        var gate = new Lock();

        // Many cores must not mean many of the largest rings in memory.
        int atOnce = (int)Math.Clamp(PointsAtOnce / points, 1, Environment.ProcessorCount);
        try
        {
            Parallel.For(0, rings, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, i =>
            {
                found[i] = measure(i);
                lock (gate)
                {
                    drawn();
                }
            });
        }
        catch (AggregateException e)
        {
            // One ring that cannot be measured says what all of them would.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return found;
    }

    /// <summary>Peak-to-mean of rings with seeds from <paramref name="seed"/> on.</summary>
    internal static double[] PeaksToMean(int nodes, HashRingOptions options, int rings, ulong seed, Action<double> progress)
    {
        int done = 0;
        return Each(
            rings,
            (double)nodes * options.Replicas,
            i => SweptRing.Draw(nodes, options, seed + (ulong)i).Summary.PeakToMean,
            () => progress(++done / (double)rings));
    }
}
