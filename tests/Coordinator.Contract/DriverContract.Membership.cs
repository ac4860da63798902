using RingPerf.Coordination.Contract.Discovery;

namespace RingPerf.Coordination.Contract;

public abstract partial class DriverContract
{
    [ContractFact]
    [Trait(Tooz, "test_join_group")]
    public async Task JoinGroup_Existing_ListsSelf()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        await driver.JoinGroupAsync(Group);

        await AssertMembersAsync(driver, Group, driver);
        Assert.Equal([Group], driver.JoinedGroups);
    }

    [ContractFact]
    [Trait(Tooz, "test_join_nonexistent_group")]
    public async Task JoinGroup_Absent_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotCreatedAsync(() => driver.JoinGroupAsync(Group).AsTask());
        Assert.Empty(driver.JoinedGroups);
    }

    [ContractFact]
    [Trait(Tooz, "test_join_group_create")]
    public async Task JoinOrCreateGroup_Absent_CreatesAndJoins()
    {
        ICoordinationDriver first = await StartedAsync();
        ICoordinationDriver second = await StartedAsync();

        await first.JoinOrCreateGroupAsync(Group);
        await second.JoinOrCreateGroupAsync(Group);

        await AssertMembersAsync(first, Group, first, second);
    }

    [ContractFact]
    [Trait(Tooz, "test_join_group_with_member_id_already_exists")]
    public async Task JoinGroup_NameTaken_Throws()
    {
        ICoordinationDriver first = await StartedWithGroupAsync();
        ICoordinationDriver second = await StartedAsync(first.MemberId);
        await first.JoinGroupAsync(Group);

        var error = await Assert.ThrowsAsync<MemberAlreadyExistsException>(() => second.JoinGroupAsync(Group).AsTask());

        Assert.Equal((Group, first.MemberId), (error.GroupId, error.MemberId));
        Assert.Empty(second.JoinedGroups);
    }

    [ContractFact]
    public async Task JoinGroup_Twice_Throws()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        await driver.JoinGroupAsync(Group);

        await Assert.ThrowsAsync<MemberAlreadyExistsException>(() => driver.JoinGroupAsync(Group).AsTask());
        Assert.Equal([Group], driver.JoinedGroups);
    }

    [ContractFact]
    public async Task JoinGroup_NonAsciiIds_RoundTripAsBytes()
    {
        string group = NewId("gé\U0001F600");
        ICoordinationDriver driver = await StartedAsync(MemberId.FromText(NewId("mé\U0001F600")));

        await driver.JoinOrCreateGroupAsync(group);

        await AssertMembersAsync(driver, group, driver);
    }

    [ContractFact]
    [Trait(Tooz, "test_leave_group")]
    public async Task LeaveGroup_Joined_NoLongerListsSelf()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        await driver.JoinGroupAsync(Group);

        await driver.LeaveGroupAsync(Group);

        await AssertMembersAsync(driver, Group);
        Assert.Empty(driver.JoinedGroups);
    }

    [ContractFact]
    [Trait(Tooz, "test_leave_nonexistent_group")]
    public async Task LeaveGroup_Absent_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotJoinedOrNotCreatedAsync(driver.MemberId, () => driver.LeaveGroupAsync(Group).AsTask());
    }

    [ContractFact]
    [Trait(Tooz, "test_leave_group_not_joined_by_member")]
    public async Task LeaveGroup_NotJoined_Throws()
    {
        ICoordinationDriver first = await StartedWithGroupAsync();
        ICoordinationDriver second = await StartedAsync();
        await first.JoinGroupAsync(Group);

        await AssertNotJoinedAsync(second.MemberId, () => second.LeaveGroupAsync(Group).AsTask());
        await AssertMembersAsync(second, Group, first);
    }

    [ContractFact]
    [Trait(Tooz, "test_get_members")]
    public async Task GetMembers_TwoJoined_ListsBoth()
    {
        ICoordinationDriver first = await StartedWithGroupAsync();
        ICoordinationDriver second = await StartedAsync();

        await first.JoinGroupAsync(Group);
        await AssertMembersAsync(second, Group, first);
        await second.JoinGroupAsync(Group);

        await AssertMembersAsync(first, Group, first, second);
        await AssertMembersAsync(second, Group, first, second);
    }

    [ContractFact]
    public async Task GetMembers_AbsentGroup_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotCreatedAsync(() => driver.GetMembersAsync(Group).AsTask());
    }

    [ContractFact]
    [Trait(Tooz, "test_disconnect_leave_group")]
    public async Task Stop_Joined_LeavesTheGroup()
    {
        ICoordinationDriver first = await StartedWithGroupAsync();
        ICoordinationDriver second = await StartedAsync();
        await first.JoinGroupAsync(Group);
        await second.JoinGroupAsync(Group);

        await second.StopAsync();

        await AssertMembersAsync(first, Group, first);
        Assert.Empty(second.JoinedGroups);
    }

    [ContractFact]
    [Trait(Tooz, "test_timeout")]
    public async Task GetMembers_SilentMember_IsGoneAfterItsTimeout()
    {
        ICoordinationDriver beating = await StartedWithGroupAsync();
        ICoordinationDriver silent = await StartedAsync();
        await beating.JoinGroupAsync(Group);
        await silent.JoinGroupAsync(Group);
        var events = new List<MembershipEvent>();
        await beating.WatchAsync(Group, MembershipChange.Left, events.Add);

        await PassAsync(Holds * 0.6);
        await beating.HeartbeatAsync();
        await AssertMembersAsync(beating, Group, beating, silent);
        await PassAsync(Holds * 0.6);

        await AssertMembersAsync(beating, Group, beating);
        await beating.RunWatchersAsync();
        Assert.Equal([new MembershipEvent(Group, silent.MemberId, MembershipChange.Left)], events);
    }

    [ContractFact]
    public async Task JoinGroup_AfterExpiry_WorksAgain()
    {
        ICoordinationDriver beating = await StartedWithGroupAsync();
        ICoordinationDriver silent = await StartedAsync();
        await beating.JoinGroupAsync(Group);
        await silent.JoinGroupAsync(Group);
        await PassAsync(Holds * 0.6);
        await beating.HeartbeatAsync();
        await PassAsync(Holds * 0.6);
        await AssertMembersAsync(beating, Group, beating);

        await silent.HeartbeatAsync();
        await AssertMembersAsync(beating, Group, beating);
        await silent.JoinGroupAsync(Group);

        await AssertMembersAsync(beating, Group, beating, silent);
    }
}
