using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Plots;

public sealed class OwnershipPlotTests
{
    [Fact]
    public void Of_EqualNodes_HasOneBandAndTheMean()
    {
        Chart chart = Chart(new HashRing(["a", "b", "c", "d"], 10));
        var band = ExpectedShare.Of(10, 40);

        Assert.Equal(
            [new(0.3, 100 * band.Low, 100 * band.High), new(4.7, 100 * band.Low, 100 * band.High)],
            Assert.Single(chart.Marks.OfType<BandMark>()).Extents);
        LineMark mean = Assert.Single(chart.Marks.OfType<LineMark>());
        Assert.Equal("mean", mean.Label);
        Assert.Equal([new(0.3, 25), new(4.7, 25)], mean.Points);
    }

    // One node of weight 3 among three of weight 1: half of the points, the others a sixth each.
    [Fact]
    public void Of_Weights_StepsWithThePoints()
    {
        Chart chart = Chart(new HashRing([new RingNode("a"), new RingNode("b"), new RingNode("c", 3), new RingNode("d")], 200));
        (ExpectedShare heavy, ExpectedShare light) = (ExpectedShare.Of(600, 1200), ExpectedShare.Of(200, 1200));

        Assert.Equal(
            [
                new(0.3, 100 * heavy.Low, 100 * heavy.High), new(1.5, 100 * heavy.Low, 100 * heavy.High),
                new(1.5, 100 * light.Low, 100 * light.High), new(4.7, 100 * light.Low, 100 * light.High),
            ],
            Assert.Single(chart.Marks.OfType<BandMark>()).Extents);
        LineMark expected = Assert.Single(chart.Marks.OfType<LineMark>());
        Assert.Equal("expected by points", expected.Label);
        Assert.Equal([0.3, 1.5, 1.5, 4.7], expected.Points.Select(point => point.X));
        Assert.Equal([50, 50, 100 / 6.0, 100 / 6.0], expected.Points.Select(point => point.Y), (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void Of_ManyWeights_HasAStepANode()
    {
        Chart chart = Chart(new HashRing(Enumerable.Range(1, 30).Select(i => new RingNode($"node-{i}", i)), 100));
        IReadOnlyList<Extent> band = Assert.Single(chart.Marks.OfType<BandMark>()).Extents;

        Assert.Equal(60, band.Count);
        Assert.Equal(band.Select(extent => extent.X).Order(), band.Select(extent => extent.X));
        Assert.InRange(chart.Y!.High, 100 * 30 / 465.0, 100);
    }

    // Forty labels of four points: the band is that of 160 points a node, not of 40.
    [Fact]
    public void Of_Ketama_CountsPointsNotLabels()
    {
        var ring = new HashRing(["a", "b"], HashRingOptions.Ketama);
        var band = ExpectedShare.Of(160, 320);

        Assert.Equal(320, ring.PointCount);
        Assert.Equal(100 * band.Low, Assert.Single(Chart(ring).Marks.OfType<BandMark>()).Extents[0].Low);
    }

    private static Chart Chart(HashRing ring) => OwnershipPlot.Of(BalanceAnalysis.Of(ring, new KeyCounts(new long[ring.Nodes.Count], null)));
}
