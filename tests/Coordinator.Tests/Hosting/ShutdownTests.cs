namespace RingPerf.Coordination.Tests;

/// <summary>How a hosted agent ends, whatever it is doing.</summary>
public sealed class ShutdownTests
{
    private static readonly string[] Items = Lab.Items(20);

    private readonly Fleet _fleet = new();

    [Theory]
    [Trait(FailureCoverageTests.Trait, "F4")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_BackendDownOrSilent_EndsWithinTheStopTimeout(bool silent)
    {
        HostedAgent agent = await _fleet.StartedAsync("agent-0");
        _fleet.Store.Faults.IsDown = !silent;
        _fleet.Store.Faults.Latency = silent ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;

        Task stop = agent.StopAsync();
        Assert.False(silent && stop.IsCompleted);
        _fleet.Time.Pass(5);

        await stop.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(PartitionState.Inactive, agent.Coordinator.Status.State);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F4")]
    public async Task Stop_HostInAHurry_EndsAtOnce()
    {
        HostedAgent agent = await _fleet.StartedAsync("agent-0");
        _fleet.Store.Faults.Latency = Timeout.InfiniteTimeSpan;

        await agent.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.False(agent.Coordinator.IsActive);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F26")]
    public async Task Stop_BeforeStart_DoesNothing()
    {
        HostedAgent agent = _fleet.Agent("agent-0");

        await agent.StopAsync();
        await agent.DisposeAsync();

        Assert.Empty(_fleet.Loggers.Entries);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F26")]
    public async Task Dispose_Twice_StopsOnce()
    {
        HostedAgent agent = await _fleet.StartedAsync("agent-0");

        await agent.DisposeAsync();
        await agent.DisposeAsync();
        await agent.Coordinator.DisposeAsync();
        await agent.StopAsync();

        Assert.Equal(1, _fleet.Loggers.Count(7));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => agent.Coordinator.StartAsync().AsTask());
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F26")]
    public async Task Dispose_DuringJoinsBackoff_IsPrompt()
    {
        _fleet.Script.Fails = operation => operation == "join" ? new CoordinationConnectionException("no") : null;
        HostedAgent agent = _fleet.Agent("agent-0", options => options.BackendUrl = Lab.Scripted);
        Task start = agent.StartAsync();
        _fleet.Time.Pass(6);
        await start;

        await agent.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        int calls = _fleet.Script.Calls.Count();
        _fleet.Time.Pass(60);
        Assert.Equal(calls, _fleet.Script.Calls.Count());
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F26")]
    public async Task Dispose_DuringAPoll_EndsThePoll()
    {
        HostedAgent agent = await _fleet.StartedAsync("agent-0");
        _fleet.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        Task<IReadOnlyList<string>> share = agent.ShareAsync(Items);

        Task dispose = agent.DisposeAsync().AsTask();
        _fleet.Time.Pass(5);

        await dispose.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Empty(await share.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F26")]
    public async Task Stop_DuringStart_EndsTheStart()
    {
        _fleet.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        HostedAgent agent = _fleet.Agent("agent-0");
        Task start = agent.StartAsync();

        Task stop = agent.StopAsync();
        _fleet.Time.Pass(5);

        await stop.WaitAsync(TimeSpan.FromSeconds(20));
        await start.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(agent.Coordinator.IsActive);
    }

    [Fact]
    public async Task Leave_ByTheUser_IsNotUndone()
    {
        HostedAgent agent = await _fleet.StartedAsync("agent-0");

        await agent.Coordinator.LeaveGroupAsync(null);
        _fleet.Time.Pass(60);

        Assert.Empty(await (await _fleet.ObserverAsync()).GetMembersAsync(Fleet.Group));
    }

    [Fact]
    public async Task Stop_ByTheUser_IsNotUndone()
    {
        HostedAgent agent = await _fleet.StartedAsync("agent-0");

        await agent.Coordinator.StopAsync();
        _fleet.Time.Pass(60);

        Assert.False(agent.Coordinator.IsActive);
        Assert.Empty(_fleet.Loggers.Errors);
    }

    [Fact]
    public async Task Start_NoBackend_SaysSoAndHasNothingToStop()
    {
        await using HostedAgent agent = await _fleet.StartedAsync("agent-0", options => options.BackendUrl = null);

        Assert.Same(Items, await agent.ShareAsync(Items));
        Assert.False(agent.Coordinator.MembershipLost.CanBeCanceled);
        await agent.StopAsync();

        Assert.Equal(1, _fleet.Loggers.Count(101));
    }

    [Fact]
    public async Task Start_FailsBehindTheHostsStart_IsLogged()
    {
        _fleet.Script.Fails = operation => operation == "join" ? new CoordinationConnectionException("no") : null;
        HostedAgent agent = _fleet.Agent("agent-0", options => options.BackendUrl = Lab.Scripted);
        Task start = agent.StartAsync();
        _fleet.Time.Pass(6);
        await start;

        _fleet.Script.Fails = operation => operation == "join" ? new ArgumentException("The group id has a '/'.") : null;
        _fleet.Time.Pass(4);
        await agent.DisposeAsync();

        Assert.Equal([6, 104], _fleet.Loggers.Errors);
    }

    [Fact]
    public async Task Start_GroupIdTheBackEndRefuses_FailsTheHostsStart()
    {
        _fleet.Script.Fails = operation => operation == "join" ? new ArgumentException("The group id has a '/'.") : null;
        HostedAgent agent = _fleet.Agent("agent-0", options => options.BackendUrl = Lab.Scripted);

        await Assert.ThrowsAsync<ArgumentException>(() => agent.StartAsync());
        await agent.DisposeAsync();
    }
}
