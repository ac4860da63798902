namespace RingPerf.Coordination.Tests;

/// <summary>Section 5: heartbeats.</summary>
public sealed class HeartbeatTests
{
    private readonly Lab _lab = new();

    [Theory]
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
    public async Task Heartbeat_StartFailed_DisposesTheFailedDriver()
    {
        _lab.Script.Fails = _ => new CoordinationException("no");
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        await agent.HeartbeatAsync();
        await agent.HeartbeatAsync();

        Assert.Equal((3, 2), (_lab.Script.DriversMade, _lab.Script.DriversDisposed));
    }

    [Fact]
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
