using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ShareSummaryTests
{
    // In exact fractions: Gini as Σ|x − y| / (2 n² mean), cv² as Σ(x − mean)² / (n mean²).
    [Theory]
    [InlineData(new ulong[] { 1, 2, 3, 4 }, 1.6, 0.4, 0.44721359549995794, 1 / 4.0)]
    [InlineData(new ulong[] { 0, 0, 0, 7 }, 4, 0, 1.7320508075688773, 3 / 4.0)]
    [InlineData(new ulong[] { 5, 5, 5 }, 1, 1, 0, 0)]
    [InlineData(new ulong[] { 1 }, 1, 1, 0, 0)]
    [InlineData(new ulong[] { 0, 1 }, 2, 0, 1, 1 / 2.0)]
    [InlineData(new ulong[] { 3, 1, 4, 1, 5, 9, 2, 6 }, 72 / 31.0, 8 / 31.0, 0.66345044520010104, 91 / 248.0)]
    [InlineData(new ulong[] { ulong.MaxValue, ulong.MaxValue, 0 }, 1.5, 0, 0.70710678118654752, 1 / 3.0)]
    public void Of_Parts_GivesTheirSpread(ulong[] parts, double peak, double least, double cv, double gini)
    {
        ShareSummary summary = ShareSummary.Of(parts);

        Assert.Equal(peak, summary.PeakToMean, 1e-14);
        Assert.Equal(least, summary.MinToMean, 1e-14);
        Assert.Equal(cv, summary.Cv, 1e-14);
        Assert.Equal(gini, summary.Gini, 1e-14);
    }

    // Variance of Beta(R, nR − R) by its textbook formula, over the mean 1 / n.
    [Theory]
    [InlineData(10, 100)]
    [InlineData(2, 1)]
    [InlineData(300, 7)]
    public void ExpectedCv_AnyRing_IsThatOfTheBetaLaw(int nodes, int replicas)
    {
        double a = replicas;
        double b = (nodes - 1.0) * replicas;
        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));

        Assert.Equal(Math.Sqrt(variance) * nodes, ShareSummary.ExpectedCv(nodes, replicas), 1e-14);
        Assert.Equal(0, ShareSummary.ExpectedCv(1, replicas));
    }
}
