using RingPerf.Concurrency.Interleaving;
using Xunit.Abstractions;

namespace RingPerf.Concurrency.Tests;

/// <summary>Threads on one ring in orders of accesses that seeds draw.</summary>
public sealed class RingInterleavingTests(ITestOutputHelper output)
{
    private const int Seeds = 300;

    [Fact]
    public void RunSeed_FixedSeeds_EveryCallIsExplained() => RunAll(first: 1);

    [Fact]
    public void RunSeed_RandomSeeds_EveryCallIsExplained() => RunAll(Random.Shared.Next(1, int.MaxValue - Seeds));

    [Fact]
    public void RunSeed_RingThatLosesUpdates_IsFound()
    {
        int found = Enumerable.Range(1, Seeds).Count(seed => RingInterleaving.RunSeed(seed, losesUpdates: true).Violation.Length > 0);

        Assert.InRange(found, Seeds / 2, Seeds);
    }

    [Fact]
    public void RunSeed_SameSeed_SameSchedule()
    {
        string[] schedules = [.. Enumerable.Range(1, 20).Select(seed => RingInterleaving.RunSeed(seed).Schedule)];

        Assert.Equal(schedules, Enumerable.Range(1, 20).Select(seed => RingInterleaving.RunSeed(seed).Schedule));
        Assert.Equal(schedules.Length, schedules.Distinct().Count());
    }

    private void RunAll(int first)
    {
        output.WriteLine($"seeds from {first} on");
        foreach (int seed in Enumerable.Range(first, Seeds))
        {
            (int points, _, string violation) = RingInterleaving.RunSeed(seed);

            Assert.True(violation.Length == 0, $"seed {seed}: {violation}");
            Assert.InRange(points, 3, int.MaxValue);
        }
    }
}
