using RingPerf.Coordination.Contract.Discovery;

namespace RingPerf.Coordination.Contract;

public abstract partial class DriverContract
{
    [ContractFact]
    [Trait(Tooz, "test_create_group")]
    public async Task CreateGroup_New_IsListed()
    {
        ICoordinationDriver driver = await StartedAsync();

        await driver.CreateGroupAsync(Group);

        Assert.Contains(Group, await driver.GetGroupsAsync());
        await AssertMembersAsync(driver, Group);
    }

    [ContractFact]
    [Trait(Tooz, "test_create_group_already_exist")]
    public async Task CreateGroup_Existing_Throws()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        var error = await Assert.ThrowsAsync<GroupAlreadyExistsException>(() => driver.CreateGroupAsync(Group).AsTask());
        Assert.Equal(Group, error.GroupId);
    }

    [ContractFact]
    [Trait(Tooz, "test_get_groups")]
    public async Task GetGroups_FiveCreated_ListsAll()
    {
        ICoordinationDriver driver = await StartedAsync();
        string[] groups = [.. Enumerable.Range(0, 5).Select(_ => NewId("gé"))];
        foreach (string group in groups)
        {
            await driver.CreateGroupAsync(group);
        }

        Assert.Empty(groups.Except(await driver.GetGroupsAsync()));
    }

    [ContractFact]
    public async Task GetGroups_MembersInside_ListsGroupsOnly()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        await driver.JoinGroupAsync(Group);

        Assert.Single(await driver.GetGroupsAsync(), group => group.Contains(Group, StringComparison.Ordinal));
    }

    [ContractFact]
    [Trait(Tooz, "test_delete_group")]
    public async Task DeleteGroup_Empty_IsGone()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        await driver.DeleteGroupAsync(Group);

        Assert.DoesNotContain(Group, await driver.GetGroupsAsync());
        await AssertNotCreatedAsync(() => driver.JoinGroupAsync(Group).AsTask());
    }

    [ContractFact]
    [Trait(Tooz, "test_delete_group_non_existent")]
    public async Task DeleteGroup_Absent_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotCreatedAsync(() => driver.DeleteGroupAsync(Group).AsTask());
    }

    [ContractFact]
    [Trait(Tooz, "test_delete_group_non_empty")]
    public async Task DeleteGroup_WithMember_ThrowsUntilItLeft()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        await driver.JoinGroupAsync(Group);

        var error = await Assert.ThrowsAsync<GroupNotEmptyException>(() => driver.DeleteGroupAsync(Group).AsTask());
        Assert.Equal(Group, error.GroupId);

        await driver.LeaveGroupAsync(Group);
        await driver.DeleteGroupAsync(Group);
        Assert.DoesNotContain(Group, await driver.GetGroupsAsync());
    }
}
