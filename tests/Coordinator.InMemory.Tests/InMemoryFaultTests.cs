using RingPerf.Coordination.Contract;

namespace RingPerf.Coordination.InMemory.Tests;

public sealed class InMemoryFaultTests
{
    private const string Group = "g";

    private readonly SteppedTime _time = new();

    private InMemoryStore Store => InMemoryStore.Named("test", _time);

    [Fact]
    public async Task IsDown_EveryOperation_ThrowsConnectionUntilUp()
    {
        InMemoryDriver driver = await JoinedAsync("a");
        await driver.WatchAsync(Group, MembershipChange.Joined, _ => { });
        Store.Faults.IsDown = true;
        Func<Task>[] operations =
        [
            () => driver.CreateGroupAsync("h").AsTask(),
            () => driver.DeleteGroupAsync(Group).AsTask(),
            () => driver.GetGroupsAsync().AsTask(),
            () => driver.JoinGroupAsync(Group).AsTask(),
            () => driver.LeaveGroupAsync(Group).AsTask(),
            () => driver.GetMembersAsync(Group).AsTask(),
            () => driver.GetCapabilitiesAsync(Group, driver.MemberId).AsTask(),
            () => driver.UpdateCapabilitiesAsync(Group, default).AsTask(),
            () => driver.HeartbeatAsync().AsTask(),
            () => driver.RunWatchersAsync().AsTask(),
        ];

        foreach (Func<Task> operation in operations)
        {
            await Assert.ThrowsAsync<CoordinationConnectionException>(operation);
        }

        Store.Faults.IsDown = false;
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
        Assert.True(driver.IsStarted);
    }

    [Fact]
    public async Task IsDown_Stop_ThrowsAndIsStoppedAllTheSame()
    {
        InMemoryDriver driver = await JoinedAsync("a");
        Store.Faults.IsDown = true;

        await Assert.ThrowsAsync<CoordinationConnectionException>(() => driver.StopAsync().AsTask());

        Assert.False(driver.IsStarted);
        Assert.Empty(driver.JoinedGroups);
    }

    [Fact]
    public async Task IsDown_Dispose_DoesNotThrow()
    {
        InMemoryDriver driver = await JoinedAsync("a");
        Store.Faults.IsDown = true;

        await driver.DisposeAsync();

        Assert.False(driver.IsStarted);
    }

    [Fact]
    public async Task Latency_BelowTimeout_DelaysTheAnswer()
    {
        InMemoryDriver driver = await JoinedAsync("a");
        Store.Faults.Latency = TimeSpan.FromSeconds(2);

        Task<IReadOnlyList<MemberId>> members = driver.GetMembersAsync(Group).AsTask();
        Assert.False(members.IsCompleted);
        _time.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal([driver.MemberId], await members);
    }

    [Theory]
    [InlineData(31_000)]
    [InlineData(Timeout.Infinite)]
    public async Task Latency_TimeoutOrInfinite_ThrowsTimeoutAtTheDeadline(int milliseconds)
    {
        InMemoryDriver driver = await JoinedAsync("a");
        Store.Faults.Latency = TimeSpan.FromMilliseconds(milliseconds);

        Task beat = driver.HeartbeatAsync().AsTask();
        _time.Pass(driver.Timeout - TimeSpan.FromMilliseconds(1));
        Assert.False(beat.IsCompleted);
        _time.Pass(TimeSpan.FromMilliseconds(1));

        var error = await Assert.ThrowsAsync<CoordinationTimeoutException>(() => beat);
        Assert.Equal("HeartbeatAsync", error.Operation);
    }

    [Fact]
    public async Task Latency_CallerCancels_ThrowsCanceled()
    {
        InMemoryDriver driver = await JoinedAsync("a");
        Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        using var cancel = new CancellationTokenSource();

        Task beat = driver.HeartbeatAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => beat);
    }

    [Fact]
    public void Latency_Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.Faults.Latency = TimeSpan.FromSeconds(-1));

    [Fact]
    public async Task LoseData_Joined_GroupIsGoneAndCanBeMadeAgain()
    {
        InMemoryDriver driver = await JoinedAsync("a");

        Store.LoseData();

        await Assert.ThrowsAsync<GroupNotCreatedException>(() => driver.GetMembersAsync(Group).AsTask());
        await driver.JoinOrCreateGroupAsync(Group);
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
    }

    [Fact]
    public async Task DropMember_Joined_IsGoneAndCanJoinAgain()
    {
        InMemoryDriver driver = await JoinedAsync("a");

        Assert.True(Store.DropMember(Group, driver.MemberId));
        Assert.False(Store.DropMember(Group, driver.MemberId));
        Assert.False(Store.DropMember("other", driver.MemberId));

        Assert.Empty(await driver.GetMembersAsync(Group));
        await Assert.ThrowsAsync<MemberNotJoinedException>(() => driver.LeaveGroupAsync(Group).AsTask());
        await driver.JoinGroupAsync(Group);
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
    }

    [Fact]
    public async Task CutOff_OneMember_OthersGoOn()
    {
        InMemoryDriver cut = await JoinedAsync("a");
        InMemoryDriver other = await JoinedAsync("b");
        Store.Faults.CutOff(cut.MemberId);

        await Assert.ThrowsAsync<CoordinationConnectionException>(() => cut.HeartbeatAsync().AsTask());
        Assert.Equal(2, (await other.GetMembersAsync(Group)).Count);

        Store.Faults.Reconnect(cut.MemberId);
        await cut.HeartbeatAsync();
    }

    [Fact]
    public async Task Heart_BackendDown_KeepsTryingEachSecond()
    {
        InMemoryDriver driver = await JoinedAsync("a");
        await using var heart = new Heart(driver, _time);
        heart.Start();
        Store.Faults.IsDown = true;
        _time.Pass(TimeSpan.FromSeconds(2.5));
        Assert.Equal(1, heart.Beats);
        Assert.IsType<CoordinationConnectionException>(heart.LastError);

        Store.Faults.IsDown = false;
        _time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(2, heart.Beats);
        Assert.Null(heart.LastError);
    }

    [Fact]
    public async Task Heart_StoreNeverAnswers_StopsPromptly()
    {
        InMemoryDriver driver = await JoinedAsync("a");
        Store.Faults.Latency = Timeout.InfiniteTimeSpan;
        var heart = new Heart(driver, _time);
        heart.Start();
        Assert.Throws<InvalidOperationException>(heart.Start);

        await heart.StopAsync();
        await heart.StopAsync();

        Assert.False(heart.IsAlive);
        Assert.Equal(0, heart.Beats);
    }

    private async Task<InMemoryDriver> JoinedAsync(string memberId)
    {
        InMemoryDriver driver = await Memory.StartedAsync(_time, memberId);
        await driver.JoinOrCreateGroupAsync(Group);
        return driver;
    }
}
