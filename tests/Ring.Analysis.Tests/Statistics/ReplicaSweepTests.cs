using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ReplicaSweepTests
{
    [Fact]
    public void Run_ManyNodes_AgreesWithTheory()
    {
        ReplicaSweep sweep = ReplicaSweep.Run(200, [1, 10, 100], 200, new HashRingOptions(), 1, _ => { });

        // A ring's cv spreads by 10 % at one replica and less above, so the median of 200 has a standard error of 0.9 %, and lies
        // up to 2 % below the root of the mean square, which theory gives.
        Assert.Equal([1, 10, 100], sweep.Cells.Select(cell => cell.Replicas));
        Assert.All(sweep.Cells, cell =>
        {
            Assert.InRange(cell.Cv.Median / cell.ExpectedCv, 0.95, 1.03);
            Assert.True(cell.Cv.P05 < cell.ExpectedCv && cell.ExpectedCv < cell.Cv.P95);
            Assert.True(cell.PeakToMean.P05 < cell.PeakToMean.Median && cell.PeakToMean.Median < cell.PeakToMean.P95);
            Assert.True(cell.MinToMean.P95 < 1 && cell.PeakToMean.P05 > 1);
            Assert.Equal((200, 200), (cell.Nodes, cell.Seeds));
        });
    }

    // Of n spacings of the circle the greatest has the mean (1 + 1/2 + … + 1/n) / n, and so peak-to-mean the harmonic number.
    [Fact]
    public void Run_OneReplica_HasTheGreatestSpacingOfTheory()
    {
        SweepCell cell = ReplicaSweep.Run(50, [1], 400, new HashRingOptions(), 5, _ => { }).Cells[0];

        double harmonic = Enumerable.Range(1, 50).Sum(i => 1.0 / i);
        Assert.InRange(cell.PeakToMean.Median / harmonic, 0.9, 1.02);
    }

    [Fact]
    public void Run_ASeed_GivesTheSameAnswerOnAnyNumberOfThreads()
    {
        ReplicaSweep first = ReplicaSweep.Run(5, [1, 20], 100, new HashRingOptions(), 9, _ => { });
        ReplicaSweep second = ReplicaSweep.Run(5, [1, 20], 100, new HashRingOptions(), 9, _ => { });
        ReplicaSweep other = ReplicaSweep.Run(5, [1, 20], 100, new HashRingOptions(), 10, _ => { });

        Assert.Equal(first.Cells, second.Cells);
        Assert.NotEqual(first.Cells, other.Cells);
    }

    [Fact]
    public void Run_Progress_RisesToOne()
    {
        var shown = new List<double>();

        ReplicaSweep.Run(2, [1, 2, 5], 100, new HashRingOptions(), 1, shown.Add);

        Assert.Equal([1 / 8.0, 3 / 8.0, 1], shown);
    }

    [Theory]
    [InlineData(100, 10, 200, new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 })]
    [InlineData(70, 10, 200, new[] { 1, 2, 5, 10, 20, 50, 70, 100, 200, 500, 1000 })]
    [InlineData(100, 300, 200, new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500 })]
    [InlineData(100, 10_000, 200, new[] { 1, 2, 5, 10 })]
    [InlineData(1, 10_000_000, 200, new[] { 1 })]
    public void ReplicasWithin_ABudget_KeepsTheLeast(int own, int nodes, int seeds, int[] expected) =>
        Assert.Equal(expected, ReplicaSweep.ReplicasWithin(own, nodes, seeds));
}
