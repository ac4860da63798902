using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Tests.Scheduling;

public sealed class SeededDrawsTests
{
    /// <summary>The published first outputs of SplitMix64 for seed 1234567.</summary>
    [Fact]
    public void Next_KnownSeed_GivesTheKnownStream()
    {
        var draws = new SeededDraws(1234567);

        ulong[] drawn = [draws.Next(), draws.Next(), draws.Next()];

        Assert.Equal<ulong>([6457827717110365317, 3203168211198807973, 9817491932198370423], drawn);
    }

    [Fact]
    public void Whole_ManyDraws_CoverTheRangeAndStayInIt()
    {
        var draws = new SeededDraws(1);

        Assert.Equal([3, 4, 5], Enumerable.Range(0, 100).Select(_ => draws.Whole(3, 6)).Distinct().Order());
    }
}
