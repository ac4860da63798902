namespace RingPerf.Algorithms.Tests;

public sealed class WeightedRendezvousTests
{
    [Fact]
    public void GetNodeIndex_Weights_AreTheShares()
    {
        double[] weights = [1, 2, 3, 0.5, 3.5];
        ulong[] keys = Inputs.Keys(200_000);
        int[] counts = Inputs.Counts(new WeightedRendezvous(weights.Select((weight, i) => ($"node-{i}", weight))), keys);

        // Chi-square with four degrees of freedom exceeds 18.5 once in a thousand runs; keys are seeded.
        double statistic = counts.Zip(weights, (count, weight) => Math.Pow(count - (keys.Length * weight / 10), 2) / (keys.Length * weight / 10)).Sum();
        Assert.InRange(statistic, 0, 18.5);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0.25)]
    public void GetNodeIndex_OneWeightChanged_MovesKeysToOrFromThatNodeOnly(double weight)
    {
        var before = new WeightedRendezvous([("a", 1), ("b", 1), ("c", 1)]);
        var after = new WeightedRendezvous([("a", 1), ("b", weight), ("c", 1)]);

        int moved = 0;
        foreach (ulong key in Inputs.Keys(10_000))
        {
            (int from, int to) = (before.GetNodeIndex(key), after.GetNodeIndex(key));
            moved += from == to ? 0 : 1;
            Assert.True(from == to || (weight > 1 ? to : from) == 1);
        }

        Assert.InRange(moved / 10_000.0, Math.Abs((weight / (weight + 2)) - (1 / 3.0)) - 0.02, Math.Abs((weight / (weight + 2)) - (1 / 3.0)) + 0.02);
    }
}
