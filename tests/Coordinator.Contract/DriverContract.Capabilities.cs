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

        await AssertNotJoinedOrNotCreatedAsync(() => driver.GetCapabilitiesAsync(Group, driver.MemberId).AsTask());
    }

    [ContractFact]
    [Trait(Tooz, "test_get_member_capabilities_nonjoined_member")]
    public async Task GetCapabilities_NotJoined_Throws()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        await Assert.ThrowsAsync<MemberNotJoinedException>(() => driver.GetCapabilitiesAsync(Group, MemberId.New()).AsTask());
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

        await AssertNotJoinedOrNotCreatedAsync(() => driver.UpdateCapabilitiesAsync(Group, Nested).AsTask());
    }

    [ContractFact]
    public async Task UpdateCapabilities_NotJoined_Throws()
    {
        ICoordinationDriver driver = await StartedWithGroupAsync();

        await Assert.ThrowsAsync<MemberNotJoinedException>(() => driver.UpdateCapabilitiesAsync(Group, Nested).AsTask());
        await AssertMembersAsync(driver, Group);
    }
}
