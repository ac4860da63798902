namespace RingPerf.Coordination.Tests;

/// <summary>What the host does about a beat that fails, and about one that holds for less than it was told.</summary>
public sealed class HeartbeatLoopTests
{
    [Fact]
    public async Task Beat_DriversOwnMistake_IsLoggedOnceAndTriedAgain()
    {
        var lab = new Lab();
        PartitionCoordinator agent = await lab.StartedAsync(url: Lab.Scripted);
        lab.Script.Fails = operation => operation == "beat" ? new ArgumentException("bug") : null;
        var loop = new HeartbeatLoop(agent, TimeSpan.FromSeconds(1), lab.Time, lab.Loggers);

        Assert.Equal(TimeSpan.FromSeconds(1), await loop.BeatAsync(default));
        Assert.Equal(TimeSpan.FromSeconds(1), await loop.BeatAsync(default));

        Assert.Equal([104], lab.Loggers.Errors);
    }

    [Fact]
    public async Task Beat_BackEndHoldsForLess_ShortensTheIntervalAndWarnsOnce()
    {
        var lab = new Lab();
        PartitionCoordinator agent = await lab.StartedAsync(url: Lab.Scripted);
        var loop = new HeartbeatLoop(agent, TimeSpan.FromSeconds(20), lab.Time, lab.Loggers);

        Assert.Equal(TimeSpan.FromSeconds(10), await loop.BeatAsync(default));
        Assert.Equal(TimeSpan.FromSeconds(10), await loop.BeatAsync(default));

        Assert.Equal(1, lab.Loggers.Count(103));
    }
}
