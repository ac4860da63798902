using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>Peak-to-mean of rings with uniform random points, drawn from the law of their shares instead of point by point.</summary>
/// <remarks>The shares of n nodes with R uniform points each are n Gamma(R) variables over their sum (Devroye, "Non-Uniform Random
/// Variate Generation", 1986, chapter V, theorem 2.2), so a draw costs O(n) whatever R is.</remarks>
internal static class ShareModel
{
    private const int ShardDraws = 64;

    /// <summary>The part of <paramref name="draws"/> random rings whose peak-to-mean is at most <paramref name="target"/>, on all cores.</summary>
    internal static double FractionWithin(double target, int nodes, int replicas, int draws, ulong seed)
    {
        long within = 0;
        Parallel.For(0, (draws + ShardDraws - 1) / ShardDraws, shard =>
        {
            int last = Math.Min(draws, (shard + 1) * ShardDraws);
            int count = 0;
            for (int draw = shard * ShardDraws; draw < last; draw++)
            {
                count += PeakToMean(nodes, replicas, seed + (ulong)draw) <= target ? 1 : 0;
            }

            Interlocked.Add(ref within, count);
        });
        return within / (double)draws;
    }

    /// <summary>One random ring's peak-to-mean.</summary>
    internal static double PeakToMean(int nodes, int replicas, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed));
        double sum = 0;
        double peak = 0;
        for (int i = 0; i < nodes; i++)
        {
            double part = NextGamma(ref random, replicas);
            sum += part;
            peak = Math.Max(peak, part);
        }

        return nodes * peak / sum;
    }

    // Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26(3), 2000; for shapes of at least 1.
    private static double NextGamma(ref SplitMix64 random, double shape)
    {
        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = NextNormal(ref random);
            double v = 1 + (c * x);
            if (v > 0)
            {
                v = v * v * v;
                if (Math.Log(random.NextUniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
                {
                    return d * v;
                }
            }
        }
    }

    // Box and Muller 1958; the second variable of the pair is not kept, so that a draw has no state besides the generator.
    private static double NextNormal(ref SplitMix64 random) =>
        Math.Sqrt(-2 * Math.Log(random.NextUniform())) * Math.Cos(2 * Math.PI * random.NextUniform());
}
