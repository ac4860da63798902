using RingPerf.Coordination.Contract.Discovery;

namespace RingPerf.Coordination.Contract;

public abstract partial class DriverContract
{
    [ContractFact]
    [Trait(Tooz, "test_connection_error_bad_host")]
    public async Task Start_BadHost_ThrowsConnectionAndStaysStopped()
    {
        ICoordinationDriver driver = Kept(CreateUnreachable(MemberId.New()));

        await Assert.ThrowsAsync<CoordinationConnectionException>(() => driver.StartAsync().AsTask());
        Assert.False(driver.IsStarted);
    }

    [ContractFact]
    [Trait(Tooz, "test_stop_first")]
    public async Task Stop_BeforeStart_Throws() =>
        await Assert.ThrowsAsync<DriverStateException>(() => Stopped().StopAsync().AsTask());

    [ContractFact]
    [Trait(Tooz, "test_get_started_status")]
    public async Task IsStarted_StartAndStop_Follows()
    {
        ICoordinationDriver driver = Stopped();
        Assert.False(driver.IsStarted);

        await driver.StartAsync();
        Assert.True(driver.IsStarted);

        await driver.StopAsync();
        Assert.False(driver.IsStarted);
    }

    [ContractFact]
    public async Task Start_Twice_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await Assert.ThrowsAsync<DriverStateException>(() => driver.StartAsync().AsTask());
        Assert.True(driver.IsStarted);
    }

    [ContractFact]
    public async Task Start_AfterStop_WorksAgain()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        await driver.StopAsync();

        await driver.StartAsync();
        await driver.JoinGroupAsync(Group);

        await AssertMembersAsync(driver, Group, driver);
    }

    [ContractFact]
    public async Task Dispose_Started_LeavesAndMayRepeat()
    {
        ICoordinationDriver reader = await StartedWithGroupAsync();
        ICoordinationDriver driver = await StartedAsync();
        await driver.JoinGroupAsync(Group);

        await driver.DisposeAsync();
        await driver.DisposeAsync();

        Assert.False(driver.IsStarted);
        await AssertMembersAsync(reader, Group);
    }

    [ContractFact]
    public async Task EveryOperation_BeforeStart_Throws()
    {
        ICoordinationDriver driver = Stopped();
        (string Name, Func<Task> Call)[] operations =
        [
            (nameof(driver.GetGroupsAsync), () => driver.GetGroupsAsync().AsTask()),
            (nameof(driver.HeartbeatAsync), () => driver.HeartbeatAsync().AsTask()),
            (nameof(driver.RunWatchersAsync), () => driver.RunWatchersAsync().AsTask()),
            .. OperationsOn(driver, Group),
        ];

        foreach ((string name, Func<Task> call) in operations)
        {
            var error = await Assert.ThrowsAsync<DriverStateException>(call);
            Assert.Equal($"{name} needs a started driver; this one is not started.", error.Message);
        }
    }

    [ContractFact]
    public async Task EveryOperation_Cancelled_ThrowsCanceled()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.JoinGroupAsync(Group, default, cancelled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.GetMembersAsync(Group, cancelled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.HeartbeatAsync(cancelled).AsTask());
        await AssertMembersAsync(driver, Group);
        Assert.Empty(driver.JoinedGroups);
    }

    [ContractFact]
    public async Task EveryOperation_NoGroupId_ThrowsArgument()
    {
        ICoordinationDriver driver = await StartedAsync();
        foreach (string group in (string[])["", "g\ud83d", "g\ude00\ud83d"])
        {
            foreach ((_, Func<Task> call) in OperationsOn(driver, group))
            {
                await Assert.ThrowsAsync<ArgumentException>("groupId", call);
            }
        }
    }

    [ContractFact]
    public void Create_EmptyMemberId_ThrowsArgument() => Assert.ThrowsAny<ArgumentException>(() => Create(default, Holds));

    /// <summary>Every operation on a group, with the name by which it refuses; a watch begins with a read.</summary>
    private static (string Name, Func<Task> Call)[] OperationsOn(ICoordinationDriver driver, string group) =>
    [
        (nameof(driver.CreateGroupAsync), () => driver.CreateGroupAsync(group).AsTask()),
        (nameof(driver.DeleteGroupAsync), () => driver.DeleteGroupAsync(group).AsTask()),
        (nameof(driver.JoinGroupAsync), () => driver.JoinGroupAsync(group).AsTask()),
        (nameof(driver.LeaveGroupAsync), () => driver.LeaveGroupAsync(group).AsTask()),
        (nameof(driver.GetMembersAsync), () => driver.GetMembersAsync(group).AsTask()),
        (nameof(driver.GetMembersWithCapabilitiesAsync), () => driver.GetMembersWithCapabilitiesAsync(group).AsTask()),
        (nameof(driver.GetCapabilitiesAsync), () => driver.GetCapabilitiesAsync(group, driver.MemberId).AsTask()),
        (nameof(driver.UpdateCapabilitiesAsync), () => driver.UpdateCapabilitiesAsync(group, default).AsTask()),
        (nameof(driver.WatchAsync), () => driver.WatchAsync(group, MembershipChange.Joined, _ => { }).AsTask()),
    ];
}
