namespace RingPerf.Coordination.Tests;

/// <summary>Section 5: heartbeats.</summary>
public sealed class HeartbeatTests
{
    private readonly Lab _lab = new();

    [Theory]
    [Trait(AodhRowTests.Trait, "5: ToozError")]
    [Trait(AodhRowTests.Trait, "5: Redis killed after join")]
    [Trait(AodhRowTests.Trait, "5: etcd killed")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Heartbeat_BackendFails_IsLoggedAndSwallowed(bool rawError)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        _lab.Script.Fails = _ => rawError ? new IOException("raw") : new CoordinationConnectionException("no");

        await agent.HeartbeatAsync();

        Assert.Equal([4], _lab.Loggers.Errors);
        Assert.Equal(1, _lab.Script.DriversMade);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "5: Redis frozen")]
    public async Task Heartbeat_BackendSilent_EndsAtTheTimeout()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;

        Task beat = agent.HeartbeatAsync().AsTask();
        _lab.Time.Pass(30);

        await beat;
        Assert.Equal([4], _lab.Loggers.Errors);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "5: driver started, backend restarted")]
    public async Task Heartbeat_BackendBackAgain_KeepsTheDriver()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        _lab.Script.Fails = _ => new CoordinationConnectionException("no");
        await agent.HeartbeatAsync();
        await agent.HeartbeatAsync();

        _lab.Script.Fails = _ => null;
        await agent.HeartbeatAsync();

        Assert.Equal(["start", "beat", "beat", "beat"], _lab.Script.Calls);
        Assert.Equal(1, _lab.Script.DriversMade);
        Assert.Equal([4], _lab.Loggers.Errors);
        Assert.Equal(1, _lab.Loggers.Count(18));
    }

    [Fact]
    public async Task Heartbeat_StartFailed_DisposesTheFailedDriver()
    {
        _lab.Script.Fails = _ => new CoordinationException("no");
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        await agent.HeartbeatAsync();
        await agent.HeartbeatAsync();

        Assert.Equal((3, 2), (_lab.Script.DriversMade, _lab.Script.DriversDisposed));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "5: heartbeats")]
    public async Task Heartbeat_Purged_RevivesButDoesNotRejoin()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        var observer = await _lab.ObserverAsync();
        _lab.Time.Pass(5);
        Assert.Empty(await observer.GetMembersAsync(Lab.Group));

        await agent.HeartbeatAsync();

        Assert.Empty(await observer.GetMembersAsync(Lab.Group));
        Assert.Equal(Lab.Items(2), await agent.ShareAsync(Lab.Items(2)));
        Assert.Equal([agent.MemberId], await observer.GetMembersAsync(Lab.Group));
    }

    [Fact]
    public async Task Heartbeat_ReadUnderWay_IsNotHeldUp()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        Task share = agent.ShareAsync(Lab.Items(1));
        _lab.Store.Faults.Latency = TimeSpan.Zero;

        Assert.True(agent.HeartbeatAsync().AsTask().IsCompletedSuccessfully);
        Assert.False(share.IsCompleted);
        _lab.Time.Pass(30);
        await share;
    }

    [Fact]
    public async Task Heartbeat_Cancelled_ThrowsCanceled()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => agent.HeartbeatAsync(new CancellationToken(canceled: true)).AsTask());
    }
}
