using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ShareModelTests
{
    // Against the published medians and 95th percentiles of real rings, 400 or 100 trials each (see the sweep).
    [Theory]
    [InlineData(10, 10, 1.503, 1.855)]
    [InlineData(10, 100, 1.157, 1.269)]
    [InlineData(100, 10, 1.943, 2.304)]
    [InlineData(100, 100, 1.253, 1.346)]
    public void PeakToMean_ManyDraws_HasTheQuantilesOfRealRings(int nodes, int replicas, double median, double p95)
    {
        Quantiles drawn = Quantiles.Of([.. Enumerable.Range(0, 5000).Select(i => ShareModel.PeakToMean(nodes, replicas, (ulong)i))]);
        double[] real = RingDraws.PeaksToMean(nodes, new HashRingOptions { Replicas = replicas }, 500, 77, _ => { });

        Assert.InRange((drawn.Median - 1) / (median - 1), 0.95, 1.05);
        Assert.InRange((drawn.P95 - 1) / (p95 - 1), 0.9, 1.1);
        Assert.InRange((Quantiles.Of(real).Median - 1) / (drawn.Median - 1), 0.95, 1.05);
        Assert.InRange((Quantiles.Of(real).P95 - 1) / (drawn.P95 - 1), 0.9, 1.1);
    }

    // One replica: the shares are spacings of the circle, and the mean of their greatest is the harmonic number over n.
    [Fact]
    public void PeakToMean_OneReplica_HasTheMeanOfTheory()
    {
        double mean = Enumerable.Range(0, 20_000).Average(i => ShareModel.PeakToMean(50, 1, (ulong)i));

        Assert.InRange(mean / Enumerable.Range(1, 50).Sum(i => 1.0 / i), 0.99, 1.01);
    }

    [Fact]
    public void FractionWithin_AnyTarget_CountsTheDraws()
    {
        double[] peaks = [.. Enumerable.Range(0, 300).Select(i => ShareModel.PeakToMean(5, 20, 9 + (ulong)i))];

        Assert.Equal(peaks.Count(peak => peak <= 1.3) / 300.0, ShareModel.FractionWithin(1.3, 5, 20, 300, 9));
        Assert.Equal(1, ShareModel.FractionWithin(1, 1, 20, 300, 9));
    }
}
