namespace RingPerf.Coordination.Tests;

/// <summary>Section 4: joining and leaving.</summary>
public sealed class JoinAndLeaveTests
{
    private readonly Lab _lab = new();

    public static TheoryData<int, int, int[]> Waits => new()
    {
        { 1, 30, [1, 2, 4, 8, 16, 30, 30, 30] },
        { 2, 30, [2, 4, 8, 16, 30] },
        { 3, 30, [3, 6, 12, 24, 30] },
        { 2, 10, [2, 4, 8, 10, 10] },
        { 5, 7, [5, 7, 7] },
        { 40, 30, [30, 30] },
        { 10, 1, [1, 1] },
    };

    [Theory]
    [Trait(AodhRowTests.Trait, "4: any ToozError from join")]
    [Trait(AodhRowTests.Trait, "4: backoff")]
    [MemberData(nameof(Waits))]
    public async Task JoinGroup_BackendFails_WaitsAsAodhDoes(int backoff, int most, int[] waits)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted, configure: options =>
        {
            options.RetryBackoff = TimeSpan.FromSeconds(backoff);
            options.MaxRetryInterval = TimeSpan.FromSeconds(most);
        });
        _lab.Script.Fails = operation => operation == "join" ? new CoordinationConnectionException("no") : null;
        using var cancel = new CancellationTokenSource();

        Task join = agent.JoinGroupAsync(Lab.Group, cancel.Token).AsTask();
        _lab.Time.Pass(waits.Sum());
        IReadOnlyList<DateTimeOffset> times = _lab.Script.TimesOf("join");
        Assert.Equal(waits, times.Zip(times.Skip(1), (first, second) => (int)(second - first).TotalSeconds));
        Assert.Equal(waits.Length + 1, _lab.Loggers.Count(6));

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => join);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "4: backoff")]
    public void Delay_VeryManyFailures_StaysAtTheCap()
    {
        TimeSpan cap = TimeSpan.FromSeconds(30);

        Assert.Equal(cap, Backoff.Delay(TimeSpan.FromSeconds(1), cap, 1099));
        Assert.Equal(cap, Backoff.Delay(TimeSpan.FromSeconds(1), cap, int.MaxValue));
        Assert.Equal(TimeSpan.FromSeconds(16), Backoff.Delay(TimeSpan.FromSeconds(1), cap, 4));
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "4: ToozError from create")]
    [Trait(AodhRowTests.Trait, "4: raw client error")]
    [Trait(AodhRowTests.Trait, "4: join_group itself raises")]
    [InlineData("join")]
    [InlineData("create")]
    public async Task JoinGroup_RawErrorOnce_TriesAgain(string failing)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        int created = 0;
        int failed = 0;
        _lab.Script.Fails = operation =>
            operation == failing && failed++ == 0 ? new IOException("raw")
            : operation == "join" && failing == "create" && created++ < 2 ? new GroupNotCreatedException(Lab.Group)
            : null;

        Task join = agent.JoinGroupAsync(Lab.Group).AsTask();
        Assert.False(join.IsCompleted);
        _lab.Time.Pass(1);

        await join;
        Assert.Equal([6], _lab.Loggers.Errors);
        Assert.Equal(1, _lab.Loggers.Count(5));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "4: GroupNotCreated")]
    public async Task JoinGroup_GroupAbsent_CreatesItWithoutAWait()
    {
        PartitionCoordinator agent = await _lab.StartedAsync();

        await agent.JoinGroupAsync(Lab.Group);

        Assert.Equal([agent.MemberId], await (await _lab.ObserverAsync()).GetMembersAsync(Lab.Group));
        Assert.Empty(_lab.Loggers.Errors);
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "4: group id type")]
    [Trait(FailureCoverageTests.Trait, "F20")]
    [InlineData("gruppe-é")]
    [InlineData("a/b")]
    [InlineData("__created__")]
    public async Task JoinGroup_IdNotAscii_IsOneGroupForAll(string group)
    {
        PartitionCoordinator first = await _lab.StartedAsync("agent-1");
        PartitionCoordinator second = await _lab.StartedAsync("agent-2");
        await first.JoinGroupAsync(group);
        await second.JoinGroupAsync(group);

        Assert.Equal(2, (await (await _lab.ObserverAsync()).GetMembersAsync(group)).Count);
    }

    [Fact]
    public async Task JoinGroup_AnotherCreatesFirst_Joins()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        int joins = 0;
        _lab.Script.Fails = operation => operation switch
        {
            "join" when joins++ == 0 => new GroupNotCreatedException(Lab.Group),
            "create" => new GroupAlreadyExistsException(Lab.Group),
            _ => null,
        };

        await agent.JoinGroupAsync(Lab.Group);

        Assert.Equal(["start", "join", "create", "join"], _lab.Script.Calls);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: backend down at start, join")]
    public async Task JoinGroup_BackendDownAtStart_JoinsWhenItIsUp()
    {
        _lab.Store.Faults.IsDown = true;
        PartitionCoordinator agent = await _lab.StartedAsync();

        Task join = agent.JoinGroupAsync(Lab.Group).AsTask();
        _lab.Time.Pass(10);
        Assert.False(join.IsCompleted);
        Assert.InRange(_lab.Loggers.Count(2), 2, 6);
        _lab.Store.Faults.IsDown = false;
        _lab.Time.Pass(8);

        Assert.True(join.IsCompletedSuccessfully);
        Assert.Equal([agent.MemberId], await (await _lab.ObserverAsync()).GetMembersAsync(Lab.Group));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "4: MemberAlreadyExist")]
    public async Task JoinGroup_NameTaken_IsRememberedWarnedOnceAndLeftOnStop()
    {
        PartitionCoordinator first = await _lab.JoinedAsync("same");
        PartitionCoordinator second = await _lab.JoinedAsync("same");

        await second.JoinGroupAsync(Lab.Group);
        await second.ShareAsync(Lab.Items(1));
        Assert.Equal(1, _lab.Loggers.Count(13));
        Assert.Equal(1, _lab.Loggers.Count(5));

        await second.StopAsync();
        Assert.Empty(await (await _lab.ObserverAsync()).GetMembersAsync(Lab.Group));
        Assert.True(first.IsActive);
    }

    [Fact]
    public async Task JoinGroup_AtOnceFromManyTasks_TakesNobodyForAStranger()
    {
        PartitionCoordinator agent = await _lab.StartedAsync();
        _lab.Store.Faults.Latency = TimeSpan.FromSeconds(0.1);

        Task all = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => agent.ShareAsync(Lab.Items(10))));
        Assert.False(all.IsCompleted);
        _lab.Store.Faults.Latency = TimeSpan.Zero;
        _lab.Time.Pass(0.1);

        await all;
        Assert.Equal(0, _lab.Loggers.Count(13));
        Assert.Equal(1, _lab.Loggers.Count(5));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F20")]
    public async Task JoinGroup_IdRefused_Throws()
    {
        PartitionCoordinator agent = await _lab.StartedAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => agent.JoinGroupAsync("g\ud83d").AsTask());

        Assert.Empty(await (await _lab.ObserverAsync()).GetGroupsAsync());
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "4: leave unknown group")]
    public async Task LeaveGroup_Unknown_NeverReachesTheDriver()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        await agent.LeaveGroupAsync(Lab.Group);

        Assert.Equal(["start"], _lab.Script.Calls);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "4: inactive, group known")]
    public async Task LeaveGroup_AfterStop_DoesNothing()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        await agent.JoinGroupAsync(Lab.Group);
        await agent.StopAsync();
        int calls = _lab.Script.Calls.Count();

        await agent.LeaveGroupAsync(Lab.Group);

        Assert.Equal(calls, _lab.Script.Calls.Count());
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "4: leave known")]
    public async Task LeaveGroup_Joined_LeavesAndForgets()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();

        await agent.LeaveGroupAsync(Lab.Group);
        await agent.LeaveGroupAsync(Lab.Group);

        Assert.Empty(await (await _lab.ObserverAsync()).GetMembersAsync(Lab.Group));
        Assert.Equal(1, _lab.Loggers.Count(7));
    }

    [Fact]
    public async Task LeaveGroup_BackendFails_IsLoggedAndForgotten()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        await agent.JoinGroupAsync(Lab.Group);
        _lab.Script.Fails = _ => new IOException("raw");

        await agent.LeaveGroupAsync(Lab.Group);
        await agent.LeaveGroupAsync(Lab.Group);

        Assert.Equal([8], _lab.Loggers.Errors);
    }
}
