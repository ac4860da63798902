using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

/// <summary>Reference values: sums of binomial terms in mpmath 1.2.1 at 40 digits, bisected for the quantiles.</summary>
public sealed class BetaDistributionTests
{
    [Theory]
    [InlineData(0.025, 1, 9, 0.0028091367465992142)]
    [InlineData(0.975, 1, 9, 0.33626711687994289)]
    [InlineData(0.025, 100, 900, 0.08218828996955176)]
    [InlineData(0.975, 100, 900, 0.11932646296672048)]
    [InlineData(0.1, 3, 5, 0.16963841739720055)]
    [InlineData(0.975, 1, 299, 0.012261595907535047)]
    [InlineData(0.025, 10, 29990, 0.00015986282202749265)]
    [InlineData(0.975, 10, 29990, 0.00056943569124817071)]
    [InlineData(0.025, 100, 29900, 0.0027130215292570885)]
    [InlineData(0.975, 100, 29900, 0.0040163230223565457)]
    [InlineData(0.025, 1000, 299000, 0.0031302339132122075)]
    [InlineData(0.975, 1000, 299000, 0.0035427045653016512)]
    [InlineData(0.025, 100, 100, 0.4309509309418172)]
    [InlineData(0.95, 5000, 5000, 0.50822391745115991)]
    public void Quantile_Values_AreThoseOfMpmath(double probability, double a, double b, double expected) =>
        Assert.Equal(1, BetaDistribution.Quantile(probability, a, b) / expected, 1e-10);

    [Theory]
    [InlineData(0.1, 1, 9, 0.612579511)]
    [InlineData(0.08, 100, 900, 0.013147929052280226)]
    [InlineData(0.12, 100, 900, 0.97851099920652594)]
    [InlineData(0.3, 3, 1, 0.027)]
    [InlineData(0.001, 1, 299, 0.2585515193632638)]
    [InlineData(0.5, 2, 3, 0.6875)]
    [InlineData(0.05, 100, 900, 7.9600468486914888e-11)]
    [InlineData(0, 2, 3, 0)]
    [InlineData(-1, 2, 3, 0)]
    [InlineData(1, 2, 3, 1)]
    [InlineData(2, 2, 3, 1)]
    public void Cumulative_Values_AreThoseOfMpmath(double x, double a, double b, double expected) =>
        Assert.Equal(expected, BetaDistribution.Cumulative(x, a, b), 1e-11 * expected);
}
