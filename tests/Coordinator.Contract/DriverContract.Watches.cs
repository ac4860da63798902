using RingPerf.Coordination.Contract.Discovery;

namespace RingPerf.Coordination.Contract;

public abstract partial class DriverContract
{
    [ContractFact]
    [Trait(Tooz, "test_watch_group_join")]
    public async Task Watch_MemberJoins_ReportsOnceUntilUnwatched()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        ICoordinationDriver other = await StartedAsync();
        var events = new List<MembershipEvent>();
        MembershipWatch watch = await driver.WatchAsync(Group, MembershipChange.Joined, events.Add);

        await driver.JoinGroupAsync(Group);
        await driver.RunWatchersAsync();
        await driver.RunWatchersAsync();
        Assert.Equal([new MembershipEvent(Group, driver.MemberId, MembershipChange.Joined)], events);

        driver.Unwatch(watch);
        await other.JoinGroupAsync(Group);
        await driver.RunWatchersAsync();
        Assert.Single(events);
    }

    [ContractFact]
    [Trait(Tooz, "test_watch_leave_group")]
    public async Task Watch_MemberLeaves_ReportsOnceUntilUnwatched()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        ICoordinationDriver other = await StartedAsync();
        var events = new List<MembershipEvent>();
        MembershipWatch watch = await driver.WatchAsync(Group, MembershipChange.Left, events.Add);

        await other.JoinGroupAsync(Group);
        await driver.RunWatchersAsync();
        Assert.Empty(events);
        await other.LeaveGroupAsync(Group);
        await driver.RunWatchersAsync();
        await driver.RunWatchersAsync();
        Assert.Equal([new MembershipEvent(Group, other.MemberId, MembershipChange.Left)], events);

        driver.Unwatch(watch);
        await other.JoinGroupAsync(Group);
        await driver.RunWatchersAsync();
        await other.LeaveGroupAsync(Group);
        await driver.RunWatchersAsync();
        Assert.Single(events);
    }

    [ContractFact]
    [Trait(Tooz, "test_watch_join_group_disappear")]
    public async Task Watch_GroupDeleted_ReadsAsEverybodyLeft()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        ICoordinationDriver other = await StartedAsync();
        var joined = new List<MembershipEvent>();
        var left = new List<MembershipEvent>();
        await driver.WatchAsync(Group, MembershipChange.Joined, joined.Add);
        await driver.WatchAsync(Group, MembershipChange.Left, left.Add);
        await other.JoinGroupAsync(Group);
        await driver.RunWatchersAsync();

        await other.LeaveGroupAsync(Group);
        await other.DeleteGroupAsync(Group);
        await driver.RunWatchersAsync();
        Assert.Equal([other.MemberId], left.Select(change => change.Member));

        await other.JoinOrCreateGroupAsync(Group);
        await driver.RunWatchersAsync();
        Assert.Equal([other.MemberId, other.MemberId], joined.Select(change => change.Member));
    }

    [ContractTheory]
    [Trait(Tooz, "test_watch_join_group_non_existent")]
    [Trait(Tooz, "test_watch_leave_group_non_existent")]
    [InlineData(MembershipChange.Joined)]
    [InlineData(MembershipChange.Left)]
    public async Task Watch_AbsentGroup_ThrowsAndKeepsNone(MembershipChange change)
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotCreatedAsync(() => driver.WatchAsync(Group, change, _ => { }).AsTask());
        Assert.Empty(driver.Watches);
    }

    [ContractFact]
    [Trait(Tooz, "test_watch_join_group_booted_out")]
    public async Task RunWatchers_RemovedByAnother_ForgetsTheGroup()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        await driver.JoinGroupAsync(Group);
        await driver.WatchAsync(Group, MembershipChange.Joined, _ => { });
        await driver.RunWatchersAsync();
        Assert.Equal([Group], driver.JoinedGroups);

        ICoordinationDriver sameName = await StartedAsync(driver.MemberId);
        await sameName.LeaveGroupAsync(Group);
        await driver.RunWatchersAsync();

        Assert.Empty(driver.JoinedGroups);
    }

    [ContractTheory]
    [Trait(Tooz, "test_unwatch_join_group_callback_not_found")]
    [Trait(Tooz, "test_unwatch_leave_group_callback_not_found")]
    [InlineData(MembershipChange.Joined)]
    [InlineData(MembershipChange.Left)]
    public async Task Unwatch_WatchOfAnother_Throws(MembershipChange change)
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        ICoordinationDriver other = await StartedAsync();
        MembershipWatch watch = await other.WatchAsync(Group, change, _ => { });

        Assert.Throws<WatchNotFoundException>(() => driver.Unwatch(watch));
    }

    [ContractFact]
    [Trait(Tooz, "test_unwatch_leave_group")]
    public async Task Unwatch_Watch_LeavesNoneBehind()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        MembershipWatch watch = await driver.WatchAsync(Group, MembershipChange.Left, _ => { });
        Assert.Equal([watch], driver.Watches);

        driver.Unwatch(watch);

        Assert.Empty(driver.Watches);
        Assert.Throws<WatchNotFoundException>(() => driver.Unwatch(watch));
    }

    [ContractFact]
    public async Task RunWatchers_CallbackThrows_ReportsTheChangeOnce()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        int calls = 0;
        await driver.WatchAsync(Group, MembershipChange.Joined, _ => throw new InvalidOperationException($"call {++calls}"));
        await driver.JoinGroupAsync(Group);

        await Assert.ThrowsAsync<InvalidOperationException>(() => driver.RunWatchersAsync().AsTask());
        await driver.RunWatchersAsync();

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task RunWatchers_CallbackThrows_CallsTheOthersAll()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        var told = new List<MembershipEvent>();
        await driver.WatchAsync(Group, MembershipChange.Joined, _ => throw new InvalidOperationException("first"));
        await driver.WatchAsync(Group, MembershipChange.Joined, told.Add);
        await driver.WatchAsync(Group, MembershipChange.Joined, _ => throw new InvalidOperationException("last"));
        await driver.JoinGroupAsync(Group);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => driver.RunWatchersAsync().AsTask());

        Assert.Equal("first", error.Message);
        Assert.Equal([new MembershipEvent(Group, driver.MemberId, MembershipChange.Joined)], told);
    }
}
