namespace RingPerf.Coordination.Tests;

/// <summary>Section 6: the share, while members come and go and the back end fails.</summary>
public sealed class MembershipChangeTests
{
    private readonly Lab _lab = new();

    [Fact]
    [Trait(AodhRowTests.Trait, "6: self purged by a peer")]
    [Trait(FailureCoverageTests.Trait, "F14")]
    public async Task ExtractMySubset_Purged_RejoinsInTheSameCall()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.DropMember(Lab.Group, agent.MemberId);

        Assert.Equal(Lab.Items(20), await agent.ShareAsync(Lab.Items(20)));
        Assert.Equal(1, _lab.Loggers.Count(9));
        Assert.Equal(PartitionState.Member, agent.Status.State);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: group key deleted, Redis flushed")]
    [Trait(FailureCoverageTests.Trait, "F7")]
    public async Task ExtractMySubset_DataLost_RecreatesAndRejoins()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.LoseData();

        Assert.Equal(Lab.Items(20), await agent.ShareAsync(Lab.Items(20)));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: str id on Redis")]
    [Trait(AodhRowTests.Trait, "6: still missing after 5 attempts")]
    public async Task ExtractMySubset_NeverListed_ThrowsAfterFiveAttempts()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        _lab.Script.Members = ["other"];
        _lab.Draw = 0.75;

        Task<IReadOnlyList<string>> share = agent.ShareAsync(Lab.Items(1));
        _lab.Time.Pass(5.9);
        Assert.False(share.IsCompleted);
        Assert.Equal(PartitionState.Rejoining, agent.Status.State);
        _lab.Time.Pass(0.1);

        var error = await Assert.ThrowsAsync<MemberNotInGroupException>(() => share);
        Assert.Equal((Lab.Group, agent.MemberId), (error.GroupId, error.MemberId));
        Assert.Equal(
            ["start", "join", "get", "join", "get", .. Enumerable.Repeat<string[]>(["get", "join", "get"], 4).SelectMany(c => c)],
            _lab.Script.Calls);
    }

    [Fact]
    public async Task ExtractMySubset_NeverListedAndOutOfTime_IsEmpty()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: "scripted://host?timeout=2");
        _lab.Script.Members = ["other"];
        _lab.Draw = 0.9;

        Task<IReadOnlyList<string>> share = agent.ShareAsync(Lab.Items(1));
        _lab.Time.Pass(2);

        Assert.Empty(await share);
        Assert.Equal([10], _lab.Loggers.Errors);
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "6: Redis killed, frozen")]
    [Trait(AodhRowTests.Trait, "6: etcd killed, frozen")]
    [InlineData("join")]
    [InlineData("get")]
    public async Task ExtractMySubset_BackendFails_IsEmptyUntilItAnswers(string failing)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        _lab.Script.Members = ["agent-1"];
        Exception[] errors = [new IOException("raw"), new CoordinationConnectionException("no"), new OperationCanceledException()];
        foreach (Exception error in errors)
        {
            _lab.Script.Fails = operation => operation == failing ? error : null;
            Assert.Empty(await agent.ShareAsync(Lab.Items(5)));
            Assert.Equal(PartitionState.BackendLost, agent.Status.State);
        }

        _lab.Script.Fails = _ => null;
        Assert.Equal(Lab.Items(5), await agent.ShareAsync(Lab.Items(5)));
        Assert.Equal([10, 10, 10], _lab.Loggers.Errors);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: start failed, backend back, group absent, extract")]
    public async Task ExtractMySubset_GroupNeverThere_IsEmptyWithoutALoop()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        _lab.Script.Fails = operation => operation is "join" or "get" ? new GroupNotCreatedException(Lab.Group) : null;

        Assert.Empty(await agent.ShareAsync(Lab.Items(1)));
        Assert.InRange(_lab.Script.Calls.Count(), 2, 20);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: backend down at start, extract")]
    public async Task ExtractMySubset_BackendDownAtStart_IsEmptyUntilABeatConnects()
    {
        _lab.Store.Faults.IsDown = true;
        PartitionCoordinator agent = await _lab.StartedAsync();
        Assert.Empty(await agent.ShareAsync(Lab.Items(5)));
        _lab.Store.Faults.IsDown = false;

        await agent.HeartbeatAsync();

        Assert.Equal(Lab.Items(5), await agent.ShareAsync(Lab.Items(5)));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: Redis killed, frozen")]
    [Trait(AodhRowTests.Trait, "6: etcd killed, frozen")]
    public async Task ExtractMySubset_BackendSilent_IsEmptyAtTheTimeout()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;

        Task<IReadOnlyList<string>> share = agent.ShareAsync(Lab.Items(5));
        _lab.Time.Pass(29.9);
        Assert.False(share.IsCompleted);
        _lab.Time.Pass(0.1);

        Assert.Empty(await share);
    }

    [Fact]
    public async Task ExtractMySubset_Cancelled_ThrowsCanceled()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        using var cancel = new CancellationTokenSource();

        Task share = agent.ExtractMySubsetAsync(Lab.Group, Lab.Items(1), item => item, cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => share);
        Assert.Empty(_lab.Loggers.Errors);
    }

    [Fact]
    public async Task ExtractMySubset_PeerDies_SurvivorOwnsEverythingAfterTheTimeout()
    {
        string[] items = Lab.Items(200);
        PartitionCoordinator survivor = await _lab.JoinedAsync("agent-1");
        await _lab.JoinedAsync("agent-2");
        Assert.InRange((await survivor.ShareAsync(items)).Count, 1, 199);

        for (int second = 0; second < 5; second++)
        {
            _lab.Time.Pass(1);
            await survivor.HeartbeatAsync();
        }

        Assert.Equal(items, await survivor.ShareAsync(items));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F12")]
    public async Task ExtractMySubset_OneCutOff_OthersTakeItsShareAndItHeals()
    {
        string[] items = Lab.Items(200);
        PartitionCoordinator other = await _lab.JoinedAsync("agent-1");
        PartitionCoordinator cut = await _lab.JoinedAsync("agent-2");
        _lab.Store.Faults.CutOff(cut.MemberId);
        for (int second = 0; second < 5; second++)
        {
            _lab.Time.Pass(1);
            await other.HeartbeatAsync();
            await cut.HeartbeatAsync();
        }

        Assert.Equal(items, await other.ShareAsync(items));
        Assert.Empty(await cut.ShareAsync(items));

        _lab.Store.Faults.Reconnect(cut.MemberId);
        await cut.HeartbeatAsync();
        IReadOnlyList<string> share = await cut.ShareAsync(items);
        Assert.NotEmpty(share);
        Assert.Equal(items.Except(share), await other.ShareAsync(items));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: own beat lapsed, not yet purged")]
    public async Task ExtractMySubset_OwnLifeRanOutUnseen_GoesOnAsAMember()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Time.Pass(6);

        Assert.Equal(Lab.Items(5), await agent.ShareAsync(Lab.Items(5)));
        Assert.Equal(0, _lab.Loggers.Count(9));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: two agents, same id")]
    [Trait(FailureCoverageTests.Trait, "F16")]
    public async Task ExtractMySubset_TwoAgentsOfOneName_ShareTheSameAndWarn()
    {
        PartitionCoordinator first = await _lab.JoinedAsync("same");
        PartitionCoordinator second = await _lab.JoinedAsync("same");

        Assert.Equal(await first.ShareAsync(Lab.Items(50)), await second.ShareAsync(Lab.Items(50)));
        Assert.Equal(1, _lab.Loggers.Count(13));
    }

    [Fact]
    public async Task ExtractMySubset_MemberWithoutText_IsEmptyAndNamesIt()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        var peer = new InMemory.InMemoryDriver(
            new DriverSettings(BackendUrl.Parse(Lab.Memory), MemberId.FromBytes([0xFF])) { Time = _lab.Time });
        await peer.StartAsync();
        await peer.JoinGroupAsync(Lab.Group);

        Assert.Empty(await agent.ShareAsync(Lab.Items(5)));
        Assert.Contains(
            @"'\xff'", Assert.Single(_lab.Loggers.Entries, entry => entry.Id == 10).Error!.Message, StringComparison.Ordinal);
    }
}
