namespace RingPerf.Coordination.Tests;

/// <summary>F13: an agent whose process stands still for longer than the membership timeout.</summary>
public sealed class PauseTests
{
    private static readonly string[] Items = Lab.Items(200);

    private readonly Fleet _fleet = new();

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F13")]
    public async Task Agent_PausedForTwiceTheTimeout_IsWarnedLosesItsTokenAndRejoins()
    {
        var time = new PausableTime(_fleet.Time);
        HostedAgent other = await _fleet.StartedAsync("agent-0");
        HostedAgent paused = await _fleet.StartedAsync("agent-1", time: time);
        CancellationToken lost = paused.Coordinator.MembershipLost;
        await Fleet.AssertExactSplitAsync([other, paused], Items);

        time.Pause();
        _fleet.Time.Pass(10);
        Assert.Equal(Items, await other.ShareAsync(Items));
        Assert.False(lost.IsCancellationRequested);

        time.Resume();
        Assert.True(lost.IsCancellationRequested);
        string warning = Assert.Single(_fleet.Loggers.Entries, entry => entry.Id == 16).Text;
        Assert.Contains("00:00:10", warning, StringComparison.Ordinal);

        // In the background, without a poll of its own.
        _fleet.Time.Pass(1.5);
        Assert.False(paused.Coordinator.MembershipLost.IsCancellationRequested);
        await Fleet.AssertExactSplitAsync([other, paused], Items);
        Assert.Equal(0, _fleet.Loggers.Count(17));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F13")]
    public async Task Agent_PausedForLessThanTheTimeout_KeepsItsToken()
    {
        var time = new PausableTime(_fleet.Time);
        HostedAgent paused = await _fleet.StartedAsync("agent-1", time: time);
        CancellationToken lost = paused.Coordinator.MembershipLost;

        time.Pause();
        _fleet.Time.Pass(3.5);
        time.Resume();
        _fleet.Time.Pass(10);

        Assert.False(lost.IsCancellationRequested);
        Assert.Equal(0, _fleet.Loggers.Count(16));
    }
}
