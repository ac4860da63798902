using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ArcHistogramTests
{
    [Fact]
    public void Of_ARing_CountsEveryArcOnce()
    {
        var ring = new HashRing(["a", "b", "c"], 1000);

        ArcHistogram histogram = ArcHistogram.Of(ring);

        Assert.Equal(ring.PointCount, histogram.Arcs);
        Assert.Equal(ring.PointCount, histogram.Bins.Sum(bin => bin.Arcs));
        Assert.Equal(1, histogram.Bins.Sum(bin => bin.Fraction), 1e-12);
        Assert.Equal(1, histogram.Bins.Sum(bin => bin.Expected), 1e-12);
        Assert.Null(histogram.Bins[^1].To);
        for (int i = 0; i + 1 < histogram.Bins.Count; i++)
        {
            Assert.Equal(histogram.Bins[i].To, histogram.Bins[i + 1].From);
        }
    }

    [Fact]
    public void Of_ARing_FollowsTheExponentialLaw()
    {
        ArcHistogram histogram = ArcHistogram.Of(new HashRing(Enumerable.Range(0, 100).Select(i => $"n{i}"), 200));

        // 20,000 arcs: four standard errors of a fraction p are 4 √(p / 20,000).
        Assert.All(histogram.Bins, bin => Assert.Equal(bin.Expected, bin.Fraction, 4 * Math.Sqrt(bin.Expected / 20_000)));
    }

    [Fact]
    public void Of_OnePoint_HasOneArcOfTheMeanLength()
    {
        ArcHistogram histogram = ArcHistogram.Of(new HashRing(["a"], 1));

        Assert.Equal(1, histogram.Bins.Single(bin => bin.From == 1).Arcs);
        Assert.Equal(1, histogram.Bins.Sum(bin => bin.Arcs));
    }
}
