using RingPerf.Coordination.InMemory;

namespace RingPerf.Coordination.Tests;

/// <summary>Hosted agents whose back end is down, slow or silent.</summary>
public sealed class BackendFailureTests
{
    private static readonly string[] Items = Lab.Items(200);

    private readonly Fleet _fleet = new();

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F6")]
    [Trait(FailureCoverageTests.Trait, "F8")]
    public async Task Backend_DownLongerThanTheTimeout_SharesAreEmptyUntilItIsBack()
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(3);
        await Fleet.AssertExactSplitAsync(fleet, Items);

        _fleet.Store.Faults.IsDown = true;
        for (int second = 0; second < 12; second++)
        {
            _fleet.Time.Pass(1);
            foreach (HostedAgent agent in fleet)
            {
                Assert.Empty(await agent.ShareAsync(Items));
                Assert.Equal(PartitionState.BackendLost, agent.Coordinator.GetMembership().State);
            }
        }

        // One error an agent for its heartbeats and one for its reads, however many failed.
        Assert.Equal((3, 3), (_fleet.Loggers.Errors.Count(id => id == 4), _fleet.Loggers.Errors.Count(id => id == 10)));
        Assert.Equal(3, _fleet.Loggers.Count(17));
        Assert.All(fleet, agent => Assert.True(agent.Coordinator.MembershipLost.IsCancellationRequested));

        _fleet.Store.Faults.IsDown = false;
        _fleet.Time.Pass(1);
        await Fleet.AssertExactSplitAsync(fleet, Items);
        await Fleet.AssertExactSplitAsync(fleet, Items);
        Assert.All(fleet, agent => Assert.False(agent.Coordinator.MembershipLost.IsCancellationRequested));
        Assert.Equal((3, 3), (_fleet.Loggers.Count(18), _fleet.Loggers.Count(19)));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F9")]
    public async Task Start_BackendDown_HostStartsAndAgentJoinsWhenItIsUp()
    {
        _fleet.Store.Faults.IsDown = true;
        HostedAgent agent = await _fleet.StartedAsync("agent-0");
        Assert.Empty(await agent.ShareAsync(Items));
        _fleet.Time.Pass(20);

        _fleet.Store.Faults.IsDown = false;
        InMemoryDriver observer = await _fleet.ObserverAsync();
        _fleet.Time.Pass(16);

        Assert.Equal([agent.Coordinator.MemberId], await observer.GetMembersAsync(Fleet.Group));
        Assert.Equal(Items, await agent.ShareAsync(Items));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F9")]
    public async Task Start_BackendDown_TriesFewTimesASecondAndLogsEachErrorOnce()
    {
        _fleet.Script.Fails = _ => new CoordinationConnectionException("no");
        HostedAgent agent = await _fleet.StartedAsync("agent-0", options => options.BackendUrl = Lab.Scripted);
        _fleet.Time.Pass(60);

        Assert.InRange(_fleet.Script.Calls.Count(), 60, 60 * 3);
        Assert.InRange(_fleet.Script.DriversMade - _fleet.Script.DriversDisposed, 1, 1);
        // The start; then the first beat's connect and its own; then the first join.
        Assert.Equal([2, 2, 4, 6], _fleet.Loggers.Errors);
        Assert.True(agent.Coordinator.IsActive);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F10")]
    public async Task Start_BackendSilent_HostStartsAtTheStartTimeout()
    {
        _fleet.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        HostedAgent agent = _fleet.Agent("agent-0");

        Task start = agent.StartAsync();
        _fleet.Time.Pass(4.9);
        Assert.False(start.IsCompleted);
        _fleet.Time.Pass(0.1);

        await start;
        Assert.Equal(1, _fleet.Loggers.Count(102));
        _fleet.Store.Faults.Latency = TimeSpan.Zero;
        _fleet.Time.Pass(30);
        await agent.WaitForMemberAsync();
        Assert.Equal(Items, await agent.ShareAsync(Items));
    }

    [Theory]
    [Trait(FailureCoverageTests.Trait, "F10")]
    [InlineData(2)]
    [InlineData(2.5)]
    [InlineData(10)]
    public async Task Backend_Slow_EveryCallEndsAndHeartbeatsDoNotWaitForReads(double latency)
    {
        HostedAgent agent = await _fleet.StartedAsync("agent-0");
        _fleet.Store.Faults.Latency = TimeSpan.FromSeconds(latency);
        _fleet.Time.Pass(1);
        Task<IReadOnlyList<string>> share = agent.ShareAsync(Items);
        _fleet.Time.Pass(30);

        Assert.True(share.IsCompletedSuccessfully);
        Assert.Empty(_fleet.Loggers.Errors);
        // An answer proves life from when its question was sent, and the next one takes as long again.
        Assert.Equal(2 * latency < Fleet.MembershipTimeout, _fleet.Loggers.Count(17) == 0);
        _fleet.Store.Faults.Latency = TimeSpan.Zero;
        _fleet.Time.Pass(latency + 1);
        Assert.Equal(Items, await agent.ShareAsync(Items));
        Assert.False(agent.Coordinator.MembershipLost.IsCancellationRequested);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F14")]
    public async Task Member_PurgedByAPeer_RejoinsInTheSamePollAndInTheBackground()
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(2);
        _fleet.Store.DropMember(Fleet.Group, fleet[0].Coordinator.MemberId);
        await Fleet.AssertExactSplitAsync(fleet, Items);

        _fleet.Store.DropMember(Fleet.Group, fleet[0].Coordinator.MemberId);
        _fleet.Time.Pass(10);

        Assert.Equal(2, (await (await _fleet.ObserverAsync()).GetMembersAsync(Fleet.Group)).Count);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: etcd lease lapsed")]
    [Trait(FailureCoverageTests.Trait, "F15")]
    public async Task Join_OwnLifeRanOut_IsAliveAgainBeforeItJoins()
    {
        var lab = new Lab();
        PartitionCoordinator agent = await lab.JoinedAsync();
        await agent.HeartbeatAsync();
        InMemoryDriver observer = await lab.ObserverAsync();
        lab.Time.Pass(6);
        Assert.Empty(await observer.GetMembersAsync(Lab.Group));

        await agent.JoinGroupAsync(Lab.Group);

        Assert.Equal([agent.MemberId], await observer.GetMembersAsync(Lab.Group));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F7")]
    public async Task Backend_LosesItsData_EveryoneRejoinsWithoutAPoll()
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(3);
        _fleet.Store.LoseData();
        _fleet.Time.Pass(11);

        Assert.Equal(3, (await (await _fleet.ObserverAsync()).GetMembersAsync(Fleet.Group)).Count);
        await Fleet.AssertExactSplitAsync(fleet, Items);
    }
}
