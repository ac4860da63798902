namespace RingPerf.Coordination.Tests;

/// <summary>Snapshots, watches and the token of a membership.</summary>
public sealed class MembershipViewTests
{
    private readonly Lab _lab = new();

    [Fact]
    [Trait(AodhRowTests.Trait, "3: no url, _get_members")]
    public async Task GetMembership_NoBackend_IsInactive()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: null);

        Assert.Equal((1, PartitionState.Inactive), Seen(agent));
        Assert.Empty(agent.GetMembership(Lab.Group).Members);
    }

    [Fact]
    public async Task GetMembership_EveryChange_HasANewVersion()
    {
        PartitionCoordinator agent = _lab.Agent("agent-1");
        Assert.Equal((1, PartitionState.Inactive), Seen(agent));

        await agent.StartAsync();
        Assert.Equal((2, PartitionState.Rejoining), Seen(agent));
        await agent.ShareAsync(Lab.Items(1));
        Assert.Equal((3, PartitionState.Member), Seen(agent));
        await agent.ShareAsync(Lab.Items(1));
        Assert.Equal((3, PartitionState.Member), Seen(agent));

        PartitionCoordinator other = await _lab.JoinedAsync("agent-2");
        await agent.ShareAsync(Lab.Items(1));
        Assert.Equal((4, PartitionState.Member), Seen(agent));
        Assert.Equal([agent.MemberId, other.MemberId], agent.GetMembership(Lab.Group).Members);

        _lab.Store.Faults.IsDown = true;
        await agent.ShareAsync(Lab.Items(1));
        Assert.Equal((5, PartitionState.BackendLost), Seen(agent));
        Assert.Empty(agent.GetMembership(Lab.Group).Members);

        await agent.StopAsync();
        Assert.Equal((6, PartitionState.Inactive), Seen(agent));
        Assert.Equal(agent.MemberId, agent.GetMembership(Lab.Group).Self);
    }

    [Fact]
    public async Task WatchMembership_SlowReader_GetsThePresentThenTheLatestThenTheEnd()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync("agent-1");
        await agent.ShareAsync(Lab.Items(1));
        IAsyncEnumerator<MembershipSnapshot> watch = agent.WatchMembershipAsync(Lab.Group).GetAsyncEnumerator();

        Assert.True(await watch.MoveNextAsync());
        MembershipSnapshot first = watch.Current;
        for (int i = 2; i < 5; i++)
        {
            await _lab.JoinedAsync($"agent-{i}");
            await agent.ShareAsync(Lab.Items(1));
        }

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal((first.Version + 3, 4), (watch.Current.Version, watch.Current.Members.Count));

        Task<bool> next = watch.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await agent.DisposeAsync();
        Assert.True(await next);
        Assert.Equal(PartitionState.Inactive, watch.Current.State);
        Assert.False(await watch.MoveNextAsync());
    }

    [Fact]
    public async Task WatchMembership_ReaderWaits_IsToldOfAChangeAtOnceAndOfNothingElse()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync("agent-1");
        await agent.ShareAsync(Lab.Items(1));
        IAsyncEnumerator<MembershipSnapshot> watch = agent.WatchMembershipAsync(Lab.Group).GetAsyncEnumerator();
        await watch.MoveNextAsync();

        Task<bool> next = watch.MoveNextAsync().AsTask();
        await agent.ShareAsync(Lab.Items(1));
        Assert.False(next.IsCompleted);
        await _lab.JoinedAsync("agent-2");
        await agent.ShareAsync(Lab.Items(1));

        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(2, watch.Current.Members.Count);
    }

    [Fact]
    public async Task WatchMembership_Cancelled_Throws()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        using var cancel = new CancellationTokenSource();
        IAsyncEnumerator<MembershipSnapshot> watch = agent.WatchMembershipAsync(Lab.Group, cancel.Token).GetAsyncEnumerator();
        await watch.MoveNextAsync();

        Task<bool> next = watch.MoveNextAsync().AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task WatchMembership_Disposed_EndsAfterTheLastSnapshot()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        await agent.DisposeAsync();

        IAsyncEnumerator<MembershipSnapshot> watch = agent.WatchMembershipAsync("never seen").GetAsyncEnumerator();

        Assert.True(await watch.MoveNextAsync());
        Assert.False(await watch.MoveNextAsync());
    }

    [Fact]
    public async Task MembershipLost_PurgedAndBack_HasANewToken()
    {
        PartitionCoordinator agent = await GroupedAsync();
        Assert.True(agent.MembershipLost.IsCancellationRequested);
        await agent.ShareAsync(Lab.Items(1), group: null);
        CancellationToken first = agent.MembershipLost;
        Assert.False(first.IsCancellationRequested);
        Assert.Equal(first, agent.MembershipLost);

        _lab.Store.DropMember(Lab.Group, agent.MemberId);
        await agent.ShareAsync(Lab.Items(1), group: null);

        Assert.True(first.IsCancellationRequested);
        Assert.False(agent.MembershipLost.IsCancellationRequested);
    }

    [Fact]
    public async Task MembershipLost_HeartbeatsFail_IsCancelledAtTheTimeoutNotAtTheFirstFailure()
    {
        PartitionCoordinator agent = await GroupedAsync();
        await agent.HeartbeatAsync();
        await agent.ShareAsync(Lab.Items(1), group: null);
        CancellationToken lost = agent.MembershipLost;
        _lab.Store.Faults.IsDown = true;
        for (int second = 0; second < 4; second++)
        {
            _lab.Time.Pass(1);
            await agent.HeartbeatAsync();
            await agent.ShareAsync(Lab.Items(1), group: null);
        }

        Assert.False(lost.IsCancellationRequested);
        _lab.Time.Pass(1);
        Assert.True(lost.IsCancellationRequested);
        Assert.Equal(1, _lab.Loggers.Count(17));

        // A read alone does not bring it back: without a heartbeat peers remove this agent again.
        _lab.Store.Faults.IsDown = false;
        await agent.ShareAsync(Lab.Items(1), group: null);
        Assert.True(agent.MembershipLost.IsCancellationRequested);
        await agent.HeartbeatAsync();
        Assert.False(agent.MembershipLost.IsCancellationRequested);
    }

    [Fact]
    public async Task MembershipLost_LifeRanOutAndABeatSucceeds_ComesBackWithTheNextReadAlone()
    {
        PartitionCoordinator agent = await GroupedAsync();
        await agent.HeartbeatAsync();
        await agent.ShareAsync(Lab.Items(1), group: null);
        _lab.Time.Pass(6);
        Assert.True(agent.MembershipLost.IsCancellationRequested);

        await agent.HeartbeatAsync();

        Assert.True(agent.MembershipLost.IsCancellationRequested);
        await agent.ShareAsync(Lab.Items(1), group: null);
        Assert.False(agent.MembershipLost.IsCancellationRequested);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refresh_LeaveOvertakesIt_NeitherJoinsNorTellsOfAMembership(bool listed)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted, configure: options => options.GroupId = Lab.Group);
        _lab.Script.Members = ["agent-1"];
        await agent.JoinGroupAsync(null);
        Assert.True(await agent.RefreshAsync(Lab.Group, CancellationToken.None));
        Assert.False(agent.MembershipLost.IsCancellationRequested);
        var read = new TaskCompletionSource();
        _lab.Script.Waits = operation => operation == "get" ? read.Task : Task.CompletedTask;
        _lab.Script.Members = listed ? ["agent-1"] : [];
        Task<bool> refresh = agent.RefreshAsync(Lab.Group, CancellationToken.None).AsTask();

        await agent.LeaveGroupAsync(null);
        read.SetResult();

        Assert.True(await refresh);
        Assert.Single(_lab.Script.Calls, "join");
        Assert.True(agent.MembershipLost.IsCancellationRequested);
        Assert.Equal(PartitionState.Rejoining, agent.Status.State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MembershipLost_LeftOrStopped_IsCancelled(bool stop)
    {
        PartitionCoordinator agent = await GroupedAsync();
        await agent.ShareAsync(Lab.Items(1), group: null);
        CancellationToken lost = agent.MembershipLost;

        await (stop ? agent.StopAsync() : agent.LeaveGroupAsync(null));

        Assert.True(lost.IsCancellationRequested);
        Assert.True(agent.MembershipLost.IsCancellationRequested);
    }

    [Fact]
    public async Task MembershipLost_Listener_MayBlockWithoutHoldingUpTheHeartbeat()
    {
        PartitionCoordinator agent = await GroupedAsync();
        await agent.ShareAsync(Lab.Items(1), group: null);
        using var release = new ManualResetEventSlim();
        agent.MembershipLost.Register(() => release.Wait());

        await agent.StopAsync();

        release.Set();
        Assert.False(agent.IsActive);
    }

    [Fact]
    public void GetMembership_NoGroupAnywhere_Throws()
    {
        PartitionCoordinator agent = _lab.Agent();

        Assert.Contains("GroupId", Assert.Throws<ArgumentException>(() => agent.GetMembership()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => agent.MembershipLost);
        Assert.Throws<ArgumentException>(() => agent.WatchMembershipAsync());
    }

    [Fact]
    public async Task Poll_MemberThenBackendLost_TellsTheMembersOfTheShare()
    {
        PartitionCoordinator agent = await GroupedAsync();
        PartitionShare<string> share = await agent.PollAsync(null, Lab.Items(3), item => item);
        Assert.Equal(PartitionState.Member, share.State);
        Assert.Equal([agent.MemberId], share.Members);
        Assert.Equal(Lab.Items(3), share.Items);

        _lab.Store.Faults.IsDown = true;
        PartitionShare<string> lost = await agent.PollAsync(null, Lab.Items(3), item => item);

        Assert.Equal(PartitionState.BackendLost, lost.State);
        Assert.Empty(lost.Members);
        Assert.Empty(lost.Items);
    }

    [Fact]
    public async Task JoinAndLeaveGroup_NullGroup_MeanTheOptions()
    {
        PartitionCoordinator agent = await GroupedAsync();
        var observer = await _lab.ObserverAsync();

        await agent.JoinGroupAsync(null);
        Assert.Equal([agent.MemberId], await observer.GetMembersAsync(Lab.Group));
        await agent.LeaveGroupAsync(null);

        Assert.Empty(await observer.GetMembersAsync(Lab.Group));
    }

    private static (long, PartitionState) Seen(PartitionCoordinator agent)
    {
        MembershipSnapshot seen = agent.GetMembership(Lab.Group);
        return (seen.Version, seen.State);
    }

    private Task<PartitionCoordinator> GroupedAsync() =>
        _lab.StartedAsync("agent-1", configure: options => options.GroupId = Lab.Group);
}
