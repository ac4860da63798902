using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

public sealed class ReplicaSearchTests
{
    private const ulong HeldBackSeed = 1_000_000_007;

    // Rings of seeds that the search never saw: with the advised count as many keep the bound as were asked for, with the interval's
    // ends and a tenth beyond they are too many and too few.
    [Theory]
    [InlineData(10, 1.3, 0.95)]
    [InlineData(10, 1.2, 0.5)]
    [InlineData(50, 1.25, 0.9)]
    public void Run_HeldBackRings_AgreeWithTheAdvice(int nodes, double target, double confidence)
    {
        const int rings = 500;
        ReplicaSearch search = ReplicaSearch.Run(nodes, target, confidence, 1, 1, () => { })!;

        Assert.InRange(search.Replicas, search.Low, search.High);
        Assert.InRange(search.High / (double)search.Low, 1, 1.1);
        double error = Math.Sqrt(confidence * (1 - confidence) * ((1.0 / rings) + (1.0 / search.Draws)));
        Assert.InRange(Within(search.Replicas), confidence - (3 * error), confidence + (3 * error));
        Assert.True(Within((int)(search.Low * 0.85)) < confidence);
        Assert.True(Within((int)Math.Ceiling(search.High * 1.15)) > confidence);

        double Within(int replicas) =>
            RingDraws.PeaksToMean(nodes, new HashRingOptions { Replicas = replicas }, rings, HeldBackSeed, _ => { }).Count(peak => peak <= target) / (double)rings;
    }

    [Fact]
    public void Run_ATableOfRealRings_FindsItsRow() =>
        // 10 nodes with 100 replicas have a 95th percentile of 1.269, from 400 rings of the original.
        Assert.InRange(ReplicaSearch.Run(10, 1.269, 0.95, 1, 3, () => { })!.Replicas, 85, 115);

    [Fact]
    public void Run_OneNode_NeedsOneReplica() => Assert.Equal((1, 1, 1), ReplicaSearch.Run(1, 1.0001, 0.999, 1, 1, () => { }) is { } search ? (search.Replicas, search.Low, search.High) : default);

    [Fact]
    public void Run_BoundThatNoCountKeeps_IsNull() => Assert.Null(ReplicaSearch.Run(10, 1.000001, 0.95, 1, 1, () => { }));

    [Fact]
    public void Run_SameSeed_SameAnswer() =>
        Assert.Equal(ReplicaSearch.Run(7, 1.4, 0.9, 1, 5, () => { }), ReplicaSearch.Run(7, 1.4, 0.9, 1, 5, () => { }));

    // Four points a replica: a quarter of the replicas, rounded up, gives the same law at the same points.
    [Fact]
    public void Run_FourPointsAReplica_NeedsAQuarterOfTheReplicas()
    {
        int points = ReplicaSearch.Run(10, 1.2, 0.9, 1, 5, () => { })!.Replicas;

        Assert.InRange(ReplicaSearch.Run(10, 1.2, 0.9, 4, 5, () => { })!.Replicas, (points / 4) - 1, (points / 4) + 2);
    }
}
