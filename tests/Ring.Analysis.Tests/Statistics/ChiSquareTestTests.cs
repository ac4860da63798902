using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ChiSquareTestTests
{
    // The first is scipy.stats.chisquare's documented example; the tail of the others by mpmath: gammainc(df / 2, x / 2, inf, regularized=True).
    [Theory]
    [InlineData(new long[] { 16, 18, 16, 14, 12, 12 }, new ulong[] { 1, 1, 1, 1, 1, 1 }, 2.0, 5, 0.84914503608460956)]
    [InlineData(new long[] { 10, 20, 30 }, new ulong[] { 12, 18, 30 }, 5 / 9.0, 2, 0.7574651283969664)]
    [InlineData(new long[] { 0, 0, 10 }, new ulong[] { 1, 1, 2 }, 10.0, 2, 0.006737946999085467)]
    [InlineData(new long[] { 5, 0, 5 }, new ulong[] { 7, 0, 7 }, 0.0, 1, 1.0)]
    [InlineData(new long[] { 12 }, new ulong[] { 3 }, 0.0, 0, 1.0)]
    public void Of_Counts_AreTestedAgainstTheirShares(long[] counts, ulong[] parts, double statistic, int degrees, double p)
    {
        ChiSquareTest test = ChiSquareTest.Of(counts, parts);

        Assert.Equal(statistic, test.Statistic, 1e-12);
        Assert.Equal(degrees, test.DegreesOfFreedom);
        Assert.Equal(p, test.PValue, 1e-12);
    }

    [Fact]
    public void Of_PartsOfTheWholeCircle_DoNotOverflow()
    {
        ChiSquareTest test = ChiSquareTest.Of([1L << 40, 1L << 40], [ulong.MaxValue, ulong.MaxValue]);

        Assert.Equal(0, test.Statistic, 1e-12);
    }
}
