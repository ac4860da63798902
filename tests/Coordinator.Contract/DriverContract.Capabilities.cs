using RingPerf.Coordination.Contract.Discovery;

namespace RingPerf.Coordination.Contract;

public abstract partial class DriverContract
{
    /// <summary>MessagePack of <c>{"type": "warrior", "abilities": ["fight", "flight", {"weight": 1}]}</c>.</summary>
    private static readonly MemberCapabilities Nested = MemberCapabilities.FromEncoded(
        Convert.FromHexString("82A474797065A777617272696F72A96162696C697469657393A56669676874A6666C6967687481A677656967687401"));

    [ContractFact]
    [Trait(Tooz, "test_get_member_capabilities")]
    public async Task GetCapabilities_Bytes_RoundTrip()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        MemberCapabilities given = MemberCapabilities.FromBytes("test_capabilities"u8);

        await driver.JoinGroupAsync(Group, given);

        Assert.Equal(given, await driver.GetCapabilitiesAsync(Group, driver.MemberId));
    }

    [ContractFact]
    [Trait(Tooz, "test_get_member_capabilities_complex")]
    public async Task GetCapabilities_NestedMap_RoundTrips()
    {
        ICoordinationDriver first = await StartedWithGroupAsync();
        ICoordinationDriver second = await StartedAsync();

        await first.JoinGroupAsync(Group, Nested);

        Assert.Equal(Nested, await second.GetCapabilitiesAsync(Group, first.MemberId));
    }

    [ContractFact]
    public async Task GetMembersWithCapabilities_SomeGiven_ListsEachMemberWithItsOwn()
    {
        ICoordinationDriver first = await StartedWithGroupAsync();
        ICoordinationDriver second = await StartedAsync();
        ICoordinationDriver third = await StartedAsync();
        await first.JoinGroupAsync(Group, Nested);
        await second.JoinGroupAsync(Group);
        await third.JoinGroupAsync(Group, MemberCapabilities.FromWeight(2));
        await third.UpdateCapabilitiesAsync(Group, MemberCapabilities.FromWeight(3));

        IReadOnlyList<GroupMember> members = await second.GetMembersWithCapabilitiesAsync(Group);

        GroupMember[] expected =
        [
            new(first.MemberId, Nested), new(second.MemberId, MemberCapabilities.None), new(third.MemberId, MemberCapabilities.FromWeight(3)),
        ];
        Assert.Equal(expected.OrderBy(member => member.Id), members.OrderBy(member => member.Id));
    }

    [ContractFact]
    public async Task GetMembersWithCapabilities_AbsentGroup_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotCreatedAsync(() => driver.GetMembersWithCapabilitiesAsync(Group).AsTask());
    }

    [ContractFact]
    public async Task GetMembersWithCapabilities_SilentMember_IsGoneAfterItsTimeout()
    {
        ICoordinationDriver silent = await StartedWithGroupAsync();
        await silent.JoinGroupAsync(Group, MemberCapabilities.FromWeight(2));
        await PassAsync(1.5 * Holds);
        ICoordinationDriver reader = await StartedAsync();
        await reader.JoinOrCreateGroupAsync(Group);

        GroupMember only = Assert.Single(await reader.GetMembersWithCapabilitiesAsync(Group));

        Assert.Equal(reader.MemberId, only.Id);
    }

    [ContractFact]
    public async Task GetCapabilities_NoneGiven_IsNone()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        await driver.JoinGroupAsync(Group);

        Assert.Equal(MemberCapabilities.None, await driver.GetCapabilitiesAsync(Group, driver.MemberId));
    }

    [ContractFact]
    [Trait(Tooz, "test_get_member_capabilities_nonexistent_group")]
    public async Task GetCapabilities_AbsentGroup_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotJoinedOrNotCreatedAsync(driver.MemberId, () => driver.GetCapabilitiesAsync(Group, driver.MemberId).AsTask());
    }

    [ContractFact]
    [Trait(Tooz, "test_get_member_capabilities_nonjoined_member")]
    public async Task GetCapabilities_NotJoined_Throws()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        // The empty name, which nobody can have, would be the group's own key on a back end that only strings keys together.
        foreach (MemberId stranger in (MemberId[])[MemberId.New(), default])
        {
            await AssertNotJoinedAsync(stranger, () => driver.GetCapabilitiesAsync(Group, stranger).AsTask());
        }
    }

    [ContractFact]
    [Trait(Tooz, "test_update_capabilities")]
    public async Task UpdateCapabilities_Joined_IsReadBack()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();
        await driver.JoinGroupAsync(Group, MemberCapabilities.FromBytes("one"u8));

        await driver.UpdateCapabilitiesAsync(Group, Nested);

        Assert.Equal(Nested, await driver.GetCapabilitiesAsync(Group, driver.MemberId));
    }

    [ContractFact]
    [Trait(Tooz, "test_update_capabilities_with_group_id_nonexistent")]
    public async Task UpdateCapabilities_AbsentGroup_Throws()
    {
        ICoordinationDriver driver = await StartedAsync();

        await AssertNotJoinedOrNotCreatedAsync(driver.MemberId, () => driver.UpdateCapabilitiesAsync(Group, Nested).AsTask());
    }

    [ContractFact]
    public async Task UpdateCapabilities_NotJoined_Throws()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        await AssertNotJoinedAsync(driver.MemberId, () => driver.UpdateCapabilitiesAsync(Group, Nested).AsTask());
        await AssertMembersAsync(driver, Group);
    }
}
