using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class QuantilesTests
{
    // numpy.quantile(values, [0.05, 0.5, 0.95]), whose default is type 7 too.
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 1.45, 5.5, 9.55)]
    [InlineData(new double[] { 42 }, 42, 42, 42)]
    [InlineData(new double[] { 2, 1 }, 1.05, 1.5, 1.95)]
    [InlineData(new double[] { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5 }, 1, 4, 7.5)]
    public void Of_Values_AreThoseOfNumpy(double[] values, double p05, double median, double p95)
    {
        double[] given = [.. values];

        Quantiles quantiles = Quantiles.Of(values);

        Assert.Equal(p05, quantiles.P05, 1e-14);
        Assert.Equal(median, quantiles.Median, 1e-14);
        Assert.Equal(p95, quantiles.P95, 1e-14);
        Assert.Equal(given, values);
    }
}
