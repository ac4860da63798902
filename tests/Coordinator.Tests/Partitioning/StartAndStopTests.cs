namespace RingPerf.Coordination.Tests;

/// <summary>Section 3: constructor, start, stop.</summary>
public sealed class StartAndStopTests
{
    private readonly Lab _lab = new();

    [Theory]
    [Trait(AodhRowTests.Trait, "3: my_id None, empty")]
    [Trait(AodhRowTests.Trait, "6.1: my_id default")]
    [InlineData(null)]
    [InlineData("")]
    public void Constructor_NoMemberId_DrawsAUuid(string? memberId)
    {
        MemberId drawn = _lab.Agent(memberId).MemberId;

        Assert.Equal(36, drawn.Bytes.Length);
        Assert.NotEqual(drawn, _lab.Agent(memberId).MemberId);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F20")]
    public void Constructor_MemberIdNoText_Throws() => Assert.Throws<ArgumentException>(() => _lab.Agent("a\ud83d"));

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F20")]
    public void Constructor_GroupIdNoText_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => _lab.Agent(configure: options => options.GroupId = "g\ud83d"));

        Assert.StartsWith(
            "A group id has the lone surrogate U+D83D at index 1; text must be valid UTF-16.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_UrlMalformed_Throws() => Assert.Throws<BackendUrlException>(() => _lab.Agent(url: "nonsense"));

    [Fact]
    public void Constructor_OptionOutOfRange_NamesItAndItsValue()
    {
        (Action<PartitionCoordinatorOptions> Break, string Option, object Value)[] wrong =
        [
            (o => o.HeartbeatInterval = TimeSpan.Zero, "HeartbeatInterval", TimeSpan.Zero),
            (o => o.CheckWatchersInterval = TimeSpan.Zero, "CheckWatchersInterval", TimeSpan.Zero),
            (o => o.RetryBackoff = TimeSpan.Zero, "RetryBackoff", TimeSpan.Zero),
            (o => o.MaxRetryInterval = TimeSpan.Zero, "MaxRetryInterval", TimeSpan.Zero),
            (o => o.StartTimeout = TimeSpan.FromDays(21), "StartTimeout", TimeSpan.FromDays(21)),
            (o => o.StopTimeout = TimeSpan.FromSeconds(-1), "StopTimeout", TimeSpan.FromSeconds(-1)),
            (o => o.Replicas = 0, "Replicas", 0),
            (o => o.Labels = (LabelFormat)9, "Labels", (LabelFormat)9),
        ];

        Assert.All(wrong, row =>
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(row.Option, () => _lab.Agent(configure: row.Break));
            Assert.Equal(row.Value, error.ActualValue);
            Assert.StartsWith($"{row.Option} is {row.Value}; it must be ", error.Message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "3: no backend url, start")]
    [Trait(AodhRowTests.Trait, "3: no url, heartbeat join leave stop")]
    [Trait(AodhRowTests.Trait, "5: inactive")]
    [InlineData(null)]
    [InlineData("")]
    public async Task EveryOperation_NoBackend_DoesNothing(string? url)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: url);

        await agent.HeartbeatAsync();
        await agent.JoinGroupAsync(Lab.Group);
        await agent.LeaveGroupAsync(Lab.Group);
        await agent.StopAsync();

        Assert.False(agent.IsActive);
        Assert.Empty(_lab.Loggers.Entries);
        Assert.Equal(PartitionState.Inactive, agent.Status.State);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: url, start never called")]
    public async Task ExtractMySubset_NeverStarted_IsTheInputAndWarnsOnce()
    {
        PartitionCoordinator agent = _lab.Agent();
        string[] items = Lab.Items(3);

        Assert.Same(items, await agent.ShareAsync(items));
        Assert.Same(items, await agent.ShareAsync(items));
        Assert.Equal(1, _lab.Loggers.Count(15));
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "3: backend down, start")]
    [Trait(AodhRowTests.Trait, "3: driver's client broken, start")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_BackendDown_IsLoggedAndActive(bool rawError)
    {
        _lab.Script.Fails = _ => rawError ? new IOException("raw") : new CoordinationConnectionException("no");

        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        Assert.True(agent.IsActive);
        Assert.Equal([2], _lab.Loggers.Errors);
        Assert.Equal(PartitionState.BackendLost, agent.Status.State);
    }

    [Fact]
    public async Task Start_BackendSilent_EndsAtTheTimeout()
    {
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        PartitionCoordinator agent = _lab.Agent();

        Task start = agent.StartAsync().AsTask();
        _lab.Time.Pass(29.9);
        Assert.False(start.IsCompleted);
        _lab.Time.Pass(0.1);

        await start;
        Assert.True(agent.IsActive);
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "3: unknown scheme, bad number in the URL, start")]
    [InlineData("unknown://h")]
    [InlineData("memory://h?timeout=soon")]
    [InlineData("memory://h?nonsense=1")]
    public async Task Start_UrlUnusable_ThrowsAndStaysInactive(string url)
    {
        PartitionCoordinator agent = _lab.Agent(url: url);

        await Assert.ThrowsAsync<BackendUrlException>(() => agent.StartAsync().AsTask());
        Assert.False(agent.IsActive);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: start twice")]
    public async Task Start_Twice_KeepsTheDriver()
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        await agent.StartAsync();

        Assert.Equal(1, _lab.Script.DriversMade);
        Assert.Equal(["start"], _lab.Script.Calls);
    }

    [Fact]
    public async Task Start_Secrets_AreNotLogged()
    {
        await _lab.StartedAsync(url: Lab.Scripted);
        _lab.Script.Fails = _ => new IOException("no");
        await _lab.StartedAsync(url: Lab.Scripted);

        Assert.Contains(_lab.Loggers.Entries, entry => entry.Text.Contains("scripted://***@host", StringComparison.Ordinal));
        Assert.DoesNotContain(_lab.Loggers.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stop_NeverStarted_DoesNothing()
    {
        await _lab.Agent().StopAsync();

        Assert.Empty(_lab.Loggers.Entries);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Lab.Scripted)]
    public async Task Start_Disposed_ThrowsAndMakesNoDriver(string? url)
    {
        PartitionCoordinator agent = _lab.Agent(url: url);
        await agent.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => agent.StartAsync().AsTask());

        Assert.Equal(0, _lab.Script.DriversMade);
    }

    [Fact]
    public async Task Start_DisposedWhileItMakesItsDriver_ThrowsAndHoldsNothing()
    {
        PartitionCoordinator agent = null!;
        _lab.Drivers.Add("racing", settings =>
        {
            Assert.True(agent.DisposeAsync().AsTask().IsCompletedSuccessfully);
            return new ScriptedDriver(settings, _lab.Script);
        });
        agent = _lab.Agent(url: "racing://host");

        await Assert.ThrowsAsync<ObjectDisposedException>(() => agent.StartAsync().AsTask());

        Assert.False(agent.IsActive);
        Assert.Equal(1, _lab.Script.DriversDisposed);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: never started driver, stop")]
    public async Task Stop_DriverNotStarted_IsLoggedAndInactive()
    {
        _lab.Script.Fails = _ => new CoordinationException("no");
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        await agent.StopAsync();

        Assert.Equal([2, 3], _lab.Loggers.Errors);
        Assert.False(agent.IsActive);
        Assert.Equal(1, _lab.Script.DriversDisposed);
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "3: backend down, stop")]
    [Trait(AodhRowTests.Trait, "3: leave raises, stop")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_BackendDown_IsLoggedAndInactive(bool rawError)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);
        await agent.JoinGroupAsync(Lab.Group);
        _lab.Script.Fails = _ => rawError ? new IOException("raw") : new CoordinationConnectionException("no");

        await agent.StopAsync();

        Assert.False(agent.IsActive);
        Assert.Equal([8, 3], _lab.Loggers.Errors);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F4")]
    public async Task Stop_BackendSilent_EndsWithinTheStopTimeout()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        await agent.JoinGroupAsync("second");
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;

        Task stop = agent.StopAsync().AsTask();
        Assert.False(stop.IsCompleted);
        Assert.False(agent.IsActive);
        _lab.Time.Pass(5);

        await stop;
    }

    [Fact]
    public async Task Stop_Cancelled_Hurries()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;

        await agent.StopAsync(new CancellationToken(canceled: true));

        Assert.False(agent.IsActive);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: after stop, extract")]
    public async Task ExtractMySubset_AfterStop_IsTheInput()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        await agent.StopAsync();
        string[] items = Lab.Items(3);

        Assert.Same(items, await agent.ShareAsync(items));
        Assert.Equal(PartitionState.Inactive, agent.Status.State);
    }

    [Fact]
    public async Task Stop_ThenTimePasses_NoLifeRunsOut()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        await agent.HeartbeatAsync();
        await agent.StopAsync();
        int said = _lab.Loggers.Entries.Count;

        _lab.Time.Pass(60);

        Assert.Equal(said, _lab.Loggers.Entries.Count);
        Assert.False(agent.IsActive);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: stop then start")]
    public async Task Start_AfterStop_WorksWithoutGroups()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        await agent.StopAsync();
        await agent.StartAsync();

        Assert.Empty(await (await _lab.ObserverAsync()).GetMembersAsync(Lab.Group));
        Assert.Equal(Lab.Items(3), await agent.ShareAsync(Lab.Items(3)));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F26")]
    public async Task Stop_DuringJoinAndExtract_EndsBoth()
    {
        PartitionCoordinator agent = await _lab.StartedAsync();
        _lab.Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        Task join = agent.JoinGroupAsync(Lab.Group).AsTask();
        Task<IReadOnlyList<string>> share = agent.ShareAsync(Lab.Items(3));

        await agent.StopAsync(new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => join);
        Assert.Empty(await share);
        await agent.DisposeAsync();
        Assert.DoesNotContain(10, _lab.Loggers.Errors);
    }
}
