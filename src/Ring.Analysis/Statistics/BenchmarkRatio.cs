using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>One benchmark in two folders.</summary>
/// <param name="Name">Suite, benchmark and parameters.</param>
/// <param name="Before">Median of the first, ns an operation.</param>
/// <param name="After">Median of the second, ns an operation.</param>
/// <param name="Ratio">After over before, each of at least 0.1 ns; below 1 is faster.</param>
/// <param name="Low">Lower end of the 95 % interval of the means' ratio; null where a side was measured once.</param>
/// <param name="High">Upper end.</param>
/// <param name="IsSlower">Whether the ratio lies beyond the threshold.</param>
internal sealed record BenchmarkRatio(string Name, double Before, double After, double Ratio, double? Low, double? High, bool IsSlower)
{
    private const double Doubt = 0.05;

    // Nothing is measured finer, and a benchmark of next to nothing may have a time of 0.
    private const double LeastTime = 0.1;

    internal static BenchmarkRatio Of(string name, BenchmarkRow before, BenchmarkRow after, double threshold)
    {
        double ratio = Time(after.Median) / Time(before.Median);
        (double? low, double? high) = Interval(before, after);
        return new BenchmarkRatio(name, before.Median, after.Median, ratio, low, high, ratio > threshold);
    }

    // Errors of logarithms add up as relative errors do (delta method), with Welch's degrees of freedom.
    private static (double? Low, double? High) Interval(BenchmarkRow before, BenchmarkRow after)
    {
        if (before.Count < 2 || after.Count < 2)
        {
            return (null, null);
        }

        double first = Square(before.StandardError / Time(before.Mean));
        double second = Square(after.StandardError / Time(after.Mean));
        double sum = first + second;
        double center = Math.Log(Time(after.Mean) / Time(before.Mean));
        if (sum == 0)
        {
            return (Math.Exp(center), Math.Exp(center));
        }

        double freedom = Square(sum) / ((Square(first) / (before.Count - 1)) + (Square(second) / (after.Count - 1)));
        double reach = StudentQuantile(freedom) * Math.Sqrt(sum);
        return (Math.Exp(center - reach), Math.Exp(center + reach));
    }

    // t² = ν (1/x − 1), where x has the Beta law with ν/2 and 1/2.
    private static double StudentQuantile(double freedom) =>
        Math.Sqrt(freedom * ((1 / BetaDistribution.Quantile(Doubt, freedom / 2, 0.5)) - 1));

    private static double Time(double nanoseconds) => Math.Max(nanoseconds, LeastTime);

    private static double Square(double value) => value * value;
}
