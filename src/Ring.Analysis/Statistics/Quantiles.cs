namespace RingPerf.Analysis.Statistics;

/// <summary>A middle and a band of a sample.</summary>
/// <param name="P05">5th percentile.</param>
/// <param name="Median">50th percentile.</param>
/// <param name="P95">95th percentile.</param>
internal readonly record struct Quantiles(double P05, double Median, double P95)
{
    /// <summary>Quantiles of at least one value, interpolated between order statistics (Hyndman and Fan's type 7).</summary>
    internal static Quantiles Of(double[] values)
    {
        double[] ascending = [.. values.Order()];
        return new Quantiles(At(ascending, 0.05), At(ascending, 0.5), At(ascending, 0.95));
    }

    /// <summary>The value at a probability of at least one ascending value.</summary>
    internal static double At(double[] ascending, double probability)
    {
        double place = probability * (ascending.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, ascending.Length - 1);
        return ascending[below] + ((place - below) * (ascending[above] - ascending[below]));
    }
}
