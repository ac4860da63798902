using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Etcd.Tests.Wire;

/// <summary>The driver and tooz in one group.</summary>
public sealed class ToozInteropTests(SharedEtcd shared) : IClassFixture<SharedEtcd>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private ToozShell? _shell;
    private EtcdDriver? _driver;

    private string Group { get; } = $"g-{Guid.NewGuid():D}";

    private ToozShell Shell => _shell ?? throw new InvalidOperationException("The shell is not started.");

    private EtcdDriver Driver => _driver ?? throw new InvalidOperationException("The driver is not started.");

    public async Task InitializeAsync()
    {
        _shell = Open();
        _driver = await Drivers.StartAsync(shared.Server.Url("timeout=30"), "dotnet");
        await Shell.StartAsync("p", shared.Server.Url("timeout=30"), "python");
        await Shell.StartAsync("grpc", shared.Server.Url("timeout=30", scheme: "etcd3"), "python-grpc");
    }

    public async Task DisposeAsync()
    {
        await Driver.DisposeAsync();
        await Shell.DisposeAsync();
    }

    [EtcdToozFact]
    public async Task Members_OfBothLanguages_AreSeenAlikeByAll()
    {
        await Driver.CreateGroupAsync(Group);
        await Shell.RunAsync("join", "p", Group);
        await Shell.RunAsync("join", "grpc", Group);
        await Driver.JoinGroupAsync(Group);

        string[] expected = ["dotnet", "python", "python-grpc"];
        Assert.Equal(expected, await MembersAsync());
        Assert.Equal(expected, await Shell.ListAsync("members", "p", Group));
        Assert.Equal(expected, await Shell.ListAsync("members", "grpc", Group));

        await Shell.RunAsync("leave", "p", Group);
        Assert.Equal(["dotnet", "python-grpc"], await MembersAsync());
        await Driver.LeaveGroupAsync(Group);
        Assert.Equal(["python-grpc"], await Shell.ListAsync("members", "p", Group));
    }

    [EtcdToozFact]
    public async Task Weights_OfAPartitionedGroup_AreReadByTheOther()
    {
        // What join_partitioned_group does, before it asks for watches, which this driver of tooz has not.
        await Shell.RunAsync("create", "p", Group);
        await Shell.RunAsync("join", "p", Group, new Dictionary<string, int> { ["weight"] = 3 });
        await Driver.JoinGroupAsync(Group, MemberCapabilities.FromWeight(2.5));

        GroupMember python = (await Driver.GetMembersWithCapabilitiesAsync(Group)).Single(member => member.Id.ToString() == "python");

        Assert.Equal(MemberCapabilities.FromWeight(3), python.Capabilities);
        Assert.Equal(2.5, (await Shell.RunAsync("caps", "p", Group, "dotnet")).GetProperty("weight").GetDouble());
    }

    [EtcdToozFact]
    public async Task Capabilities_OfBothLanguages_AreReadByTheOther()
    {
        await Shell.RunAsync("create", "p", Group);
        await Shell.RunAsync("join", "p", Group, "from python");
        await Driver.JoinGroupAsync(Group, MemberCapabilities.FromBytes("from dotnet"u8));

        Assert.Equal(
            MemberCapabilities.FromBytes("from python"u8), await Driver.GetCapabilitiesAsync(Group, MemberId.FromText("python")));
        Assert.Equal("from dotnet", (await Shell.RunAsync("caps", "p", Group, "dotnet")).GetString());
        Assert.Equal("from dotnet", (await Shell.RunAsync("caps", "grpc", Group, "dotnet")).GetString());
    }

    [EtcdToozFact]
    public async Task Errors_OfWhatTheOtherDid_AreTheSame()
    {
        await Shell.RunAsync("create", "p", Group);
        await Assert.ThrowsAsync<GroupAlreadyExistsException>(() => Driver.CreateGroupAsync(Group).AsTask());
        await Shell.StartAsync("same", shared.Server.Url("timeout=30"), "dotnet");
        await Shell.RunAsync("join", "same", Group);
        await Assert.ThrowsAsync<MemberAlreadyExistsException>(() => Driver.JoinGroupAsync(Group).AsTask());
        await Assert.ThrowsAsync<GroupNotEmptyException>(() => Driver.DeleteGroupAsync(Group).AsTask());
        await Shell.RunAsync("leave", "same", Group);
        await Driver.JoinGroupAsync(Group);

        Assert.Equal("MemberAlreadyExist", await ErrorAsync("join", "same", Group));
        Assert.Equal("GroupAlreadyExist", await ErrorAsync("create", "p", Group));
        Assert.Equal("GroupNotEmpty", await ErrorAsync("delete", "p", Group));
        Assert.Equal("MemberNotJoined", await ErrorAsync("leave", "p", Group));
    }

    [EtcdFact]
    public async Task Read_ValuesOfNewerTooz_AreTakenAlike()
    {
        // tooz 9 stores nil for no capabilities; the group key's value is the key, empty or, from other hands, anything.
        foreach ((string value, int index) in new[] { "", "tooz/groups/x/", "anything" }.Select((value, index) => (value, index)))
        {
            string group = $"{Group}-{index}";
            await EtcdCtl.RunAsync(shared.Server.Port, "put", $"tooz/groups/{group}/", value);
            await using EtcdDriver peer = await Drivers.StartAsync(shared.Server.Url(), "peer");
            await peer.JoinGroupAsync(group, MemberCapabilities.FromEncoded([0xC0]));

            Assert.Equal([peer.MemberId], await Driver.GetMembersAsync(group));
            Assert.True((await Driver.GetCapabilitiesAsync(group, peer.MemberId)).IsNone);
            await Driver.JoinGroupAsync(group);
        }
    }

    [EtcdToozFact]
    public async Task Groups_WithMembers_AreListedWithoutThem()
    {
        await Shell.RunAsync("create", "p", Group);
        await Shell.RunAsync("join", "p", Group);
        await Driver.JoinGroupAsync(Group);

        Assert.Single(await Driver.GetGroupsAsync(), group => group.StartsWith(Group, StringComparison.Ordinal));
    }

    [EtcdToozFact]
    public async Task Leases_OfSilentMembers_ExpireAlike()
    {
        await Shell.StartAsync("silent", shared.Server.Url("timeout=4"), "silent-python");
        await using EtcdDriver silent = await Drivers.StartAsync(shared.Server.Url("timeout=4"), "silent-dotnet");
        await Shell.RunAsync("create", "p", Group);
        await Shell.RunAsync("heartbeat", "silent");
        await Shell.RunAsync("join", "silent", Group);
        await silent.JoinGroupAsync(Group);

        foreach (string member in (string[])["silent-dotnet", "silent-python"])
        {
            long lease = (await EtcdCtl.DumpAsync(shared.Server.Port, $"tooz/groups/{Group}/{member}")).Single().Lease;
            Assert.Equal(4, (await EtcdCtl.LeaseAsync(shared.Server.Port, lease)).Granted);
        }

        await Eventually.TrueAsync(async () => (await MembersAsync()).Length == 0, Patience, () => "They stay members.");
    }

    private static ToozShell Open() => new(EtcdPython.Environment);

    private async Task<string[]> MembersAsync() =>
        [.. (await Driver.GetMembersAsync(Group)).Select(id => id.ToString()).Order(StringComparer.Ordinal)];

    private async Task<string> ErrorAsync(params object[] command) =>
        (await Assert.ThrowsAsync<ToozException>(() => Shell.RunAsync(command))).Type;
}
