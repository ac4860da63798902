using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ProportionTests
{
    // Wilson intervals as R's binom package gives them.
    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(50, 100, 0.4038, 0.5962)]
    [InlineData(190, 200, 0.9104, 0.9726)]
    public void Of_Counts_HasWilsonsInterval(int successes, int trials, double low, double high)
    {
        var proportion = Proportion.Of(successes, trials);

        Assert.Equal(successes / (double)trials, proportion.Fraction);
        Assert.Equal(low, proportion.Low, 1e-4);
        Assert.Equal(high, proportion.High, 1e-4);
    }
}
