using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ExpectedShareTests
{
    // Beta(1, 2) has the cumulative 1 − (1 − x)², and Beta(2, 1) x².
    [Fact]
    public void Of_ThreePoints_IsTheBetaLawByHand()
    {
        var one = ExpectedShare.Of(1, 3);
        var two = ExpectedShare.Of(2, 3);

        Assert.Equal(1 / 3.0, one.Share, 1e-15);
        Assert.Equal(1 - Math.Sqrt(0.975), one.Low, 1e-12);
        Assert.Equal(1 - Math.Sqrt(0.025), one.High, 1e-12);
        Assert.Equal(Math.Sqrt(0.025), two.Low, 1e-12);
        Assert.Equal(Math.Sqrt(0.975), two.High, 1e-12);
    }

    [Fact]
    public void Of_AllOrNoPoints_IsCertain()
    {
        Assert.Equal(new ExpectedShare(1, 1, 1), ExpectedShare.Of(20, 20));
        Assert.Equal(new ExpectedShare(0, 0, 0), ExpectedShare.Of(0, 20));
    }

    // Shares of one ring depend on each other, which only lowers the spread; 3,000 trials of 95 % have a standard error of 0.4 %.
    [Theory]
    [InlineData(RingProfile.Aodh, 20, new[] { 1.0, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    [InlineData(RingProfile.Aodh, 10, new[] { 0.5, 1, 4, 10, 2.5, 1, 1, 3, 7, 1 })]
    [InlineData(RingProfile.Tooz, 6, new[] { 1.0, 2, 5, 1, 1, 3, 1, 1, 1, 1 })]
    [InlineData(RingProfile.Ketama, 5, new[] { 1.0, 2, 5, 1, 1, 3, 1, 1, 1, 1 })]
    public void Of_RealRings_HoldsNinetyFivePercentOfShares(RingProfile profile, int replicas, double[] weights)
    {
        var options = new HashRingOptions { Profile = profile, Replicas = replicas };
        int inside = 0;
        double[] sums = new double[weights.Length];
        double[] expectedSums = new double[weights.Length];
        for (ulong seed = 0; seed < 300; seed++)
        {
            string[] names = SweptRing.Names(weights.Length, seed);
            var ring = new HashRing(names.Zip(weights, (name, weight) => new RingNode(name, weight)), options);
            var balance = BalanceAnalysis.Of(ring, new KeyCounts(new long[weights.Length], null));
            for (int i = 0; i < weights.Length; i++)
            {
                NodeBalance node = balance.Nodes[i];
                inside += node.Share >= node.Expected.Low && node.Share <= node.Expected.High ? 1 : 0;
                sums[i] += node.Share;
                expectedSums[i] += node.Expected.Share;
            }
        }

        Assert.InRange(inside / 3000.0, 0.938, 0.962);
        Assert.All(sums.Zip(expectedSums), pair => Assert.InRange(pair.First / pair.Second, 0.9, 1.1));
    }

    [Fact]
    public void Balance_Weights_AreTold()
    {
        var ring = new HashRing([new RingNode("a"), new RingNode("b", 3)], 50);
        var balance = BalanceAnalysis.Of(ring, new KeyCounts(new long[2], null));

        Assert.True(balance.Summary.Weighted);
        Assert.Equal((0.25, 0.75), (balance.Nodes[0].Expected.Share, balance.Nodes[1].Expected.Share));
        Assert.Equal(
            Math.Max(balance.Nodes[0].Share / 0.25, balance.Nodes[1].Share / 0.75), balance.Summary.PeakToExpected, 1e-15);
        Assert.False(BalanceAnalysis.Of(new HashRing(["a", "b"], 50), new KeyCounts(new long[2], null)).Summary.Weighted);
    }
}
