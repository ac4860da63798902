using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ReplicaSweepTests
{
    private static readonly HashRingOptions Ketama = new() { Profile = RingProfile.Ketama };

    [Fact]
    public void Run_ManyNodes_AgreesWithTheory()
    {
        ReplicaSweep sweep = ReplicaSweep.Run(ReplicaSweep.Pairs([200], [1, 10, 100]), 200, new HashRingOptions(), 1, _ => { });

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
        SweepCell cell = ReplicaSweep.Run(ReplicaSweep.Pairs([50], [1]), 400, new HashRingOptions(), 5, _ => { }).Cells[0];

        double harmonic = Enumerable.Range(1, 50).Sum(i => 1.0 / i);
        Assert.InRange(cell.PeakToMean.Median / harmonic, 0.9, 1.02);
    }

    [Fact]
    public void Run_ASeed_GivesTheSameAnswerOnAnyNumberOfThreads()
    {
        ReplicaSweep first = ReplicaSweep.Run(ReplicaSweep.Pairs([5], [1, 20]), 100, new HashRingOptions(), 9, _ => { });
        ReplicaSweep second = ReplicaSweep.Run(ReplicaSweep.Pairs([5], [1, 20]), 100, new HashRingOptions(), 9, _ => { });
        ReplicaSweep other = ReplicaSweep.Run(ReplicaSweep.Pairs([5], [1, 20]), 100, new HashRingOptions(), 10, _ => { });

        Assert.Equal(first.Cells, second.Cells);
        Assert.NotEqual(first.Cells, other.Cells);
    }

    // Ours are the figures of a hundred rings of 1000 nodes; the paper gives no number of rings, so its errors are taken to be no
    // smaller than ours. Its intervals are printed to two decimals, and the tails of the first row are the ones that spread most.
    [Fact]
    public void Run_ThousandNodes_ReproducesTheTableOfLampingAndVeach()
    {
        double[] tolerances = [0.12, 0.03, 0.01, 0.011];

        ReplicaSweep sweep = ReplicaSweep.Run(ReplicaSweep.Pairs([1000], [1, 10, 100, 1000]), 100, new HashRingOptions(), 1, _ => { });

        Assert.Equal([0.9979060, 0.3151810, 0.0996996, 0.0315723], LampingVeach.Rows.Select(row => row.StandardError));
        Assert.Equal([(0.005, 5.25), (0.37, 1.98), (0.76, 1.28), (0.92, 1.09)], LampingVeach.Rows.Select(row => (row.Low, row.High)));
        for (int i = 0; i < LampingVeach.Rows.Count; i++)
        {
            (ShareSpread ours, LampingVeach theirs, SweepCell cell) = (sweep.Cells[i].Shares, LampingVeach.Rows[i], sweep.Cells[i]);
            double error = ours.Uncertainty!.Value;
            Assert.InRange(error / ours.StandardError, 1e-4, 0.006);
            Assert.InRange(ours.StandardError - theirs.StandardError, -3 * Math.Sqrt(2) * error, 3 * Math.Sqrt(2) * error);
            Assert.InRange(ours.StandardError - cell.ExpectedCv, -3 * error, 3 * error);
            Assert.InRange(ours.Low, theirs.Low * 0.98 - 0.005, theirs.Low + 0.01);
            Assert.InRange(ours.High, theirs.High - tolerances[i], theirs.High + tolerances[i]);
            // With 500 of 100,000 shares in a tail, its ends have standard errors of 4.5 % and 0.9 % at one replica.
            Assert.InRange(ours.Low / ours.ExpectedLow, 0.85, 1.15);
            Assert.InRange(ours.High / ours.ExpectedHigh, 0.97, 1.03);
        }
    }

    // The Kolmogorov distance of n points is about 0.8 / √n; 100 rings of 50 × 100 points have n = 500,000.
    [Fact]
    public void Run_Arcs_FollowTheExponentialLaw()
    {
        SweepCell cell = ReplicaSweep.Run(ReplicaSweep.Pairs([50], [100]), 100, new HashRingOptions(), 1, _ => { }).Cells[0];

        Assert.InRange(cell.ArcLawGap, 1e-6, 0.003);
    }

    [Fact]
    public void Run_Grid_HasEveryPairInOrder()
    {
        ReplicaSweep sweep = ReplicaSweep.Run(ReplicaSweep.Pairs([1, 3], [1, 7]), 2, new HashRingOptions(), 1, _ => { });

        Assert.Equal([(1, 1), (1, 7), (3, 1), (3, 7)], sweep.Cells.Select(cell => (cell.Nodes, cell.Replicas)));
        Assert.Equal([1, 1, Math.Sqrt(2 / 4.0), Math.Sqrt(2 / 22.0)], sweep.Cells.Select(cell => cell.Nodes == 1 ? 1 : cell.ExpectedCv));
        Assert.Equal([(1, 1), (3, 770)], sweep.Rules.Select(rule => (rule.Nodes, rule.Replicas)));
        Assert.Equal((1, 1, 0), (sweep.Cells[0].PeakToMean.Median, sweep.Cells[0].MinToMean.Median, sweep.Cells[0].Cv.Median));
    }

    [Fact]
    public void Pairs_MostPoints_LeavesLargerRingsOut() =>
        Assert.Equal([(2, 1), (2, 10), (5, 1)], ReplicaSweep.Pairs([2, 5], [1, 10], 20));

    [Fact]
    public void Run_Progress_RisesToOne()
    {
        var shown = new List<double>();

        ReplicaSweep.Run(ReplicaSweep.Pairs([2], [1, 2, 5]), 100, new HashRingOptions(), 1, shown.Add);

        Assert.Equal(300, shown.Count);
        Assert.Equal(shown.Order(), shown);
        Assert.Equal([1 / 8.0, 3 / 8.0, 1], [shown[99], shown[199], shown[299]], Near);
    }

    [Fact]
    public void Run_RingsWithoutPoints_HaveNoCell()
    {
        var shown = new List<double>();

        ReplicaSweep sweep = ReplicaSweep.Run(ReplicaSweep.Pairs([41, 64], [1, 2]), 3, Ketama, 1, shown.Add);

        Assert.Equal([(41, 2), (64, 1), (64, 2)], sweep.Cells.Select(cell => (cell.Nodes, cell.Replicas)));
        Assert.Equal((12, 1), (shown.Count, shown[^1]));
        Assert.Equal([1, 2], RingPerf.Analysis.Plots.SweepBandPlot.Of(sweep).X!.Ticks.Select(tick => tick.Value));
    }

    // Single precision gives 101 nodes of 26 replicas a label less than the 26.
    [Fact]
    public void CellOf_ReplicaCountsOfTheSamePoints_IsTheFirst()
    {
        ReplicaSweep sweep = ReplicaSweep.Run(ReplicaSweep.Pairs([101], [25, 26]), 3, Ketama, 1, _ => { });

        Assert.Equal([100, 100], sweep.Cells.Select(cell => cell.Points));
        Assert.Same(sweep.Cells[0], sweep.CellOf(Assert.Single(sweep.Published)));
    }

    [Theory]
    [InlineData(100, 10, 200, new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 })]
    [InlineData(70, 10, 200, new[] { 1, 2, 5, 10, 20, 50, 70, 100, 200, 500, 1000 })]
    [InlineData(100, 300, 200, new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500 })]
    [InlineData(100, 10_000, 200, new[] { 1, 2, 5, 10 })]
    [InlineData(1, 10_000_000, 200, new[] { 1 })]
    public void ReplicasWithin_ABudget_KeepsTheLeast(int own, int nodes, int seeds, int[] expected) =>
        Assert.Equal(expected, ReplicaSweep.ReplicasWithin(own, nodes, seeds));

    private static bool Near(double x, double y) => Math.Abs(x - y) < 1e-9;
}
