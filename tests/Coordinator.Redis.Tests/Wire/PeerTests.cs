using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Redis;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis.Tests.Wire;

/// <summary>The driver and tooz in one group: each sees the other, and each purges the other.</summary>
public sealed class PeerTests(SharedTooz shared) : IClassFixture<SharedTooz>, IAsyncLifetime
{
    private const string Group = "g";
    private ToozShell Tooz => shared.Tooz;
    private RedisDriver _driver = null!;
    private ConnectionMultiplexer _connection = null!;

    private string Url => shared.Server.Url("timeout=30");

    private IDatabase Store => _connection.GetDatabase();

    public async Task InitializeAsync()
    {
        _connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{shared.Server.Port},allowAdmin=true");
        await _connection.GetServers()[0].FlushAllDatabasesAsync();
        _driver = await Drivers.StartAsync(Url, "net");
        await _driver.JoinOrCreateGroupAsync(Group);
        await Tooz.StartAsync("py", Url, "py");
        await Tooz.RunAsync("join", "py", Group);
    }

    public async Task DisposeAsync()
    {
        await _driver.DisposeAsync();
        await _connection.DisposeAsync();
    }

    [RedisToozFact]
    public async Task Members_BothJoined_AreAlikeFromBothSides()
    {
        Assert.Equal(["net", "py"], await MembersAsync());
        Assert.Equal(["net", "py"], await Tooz.ListAsync("members", "py", Group));
        Assert.Equal([Group], await Tooz.ListAsync("groups", "py"));
        Assert.Equal([Group], await _driver.GetGroupsAsync());
    }

    [RedisToozFact]
    public async Task Capabilities_Written_AreReadByTheOther()
    {
        await _driver.UpdateCapabilitiesAsync(Group, MemberCapabilities.FromBytes("of net"u8));
        await Tooz.RunAsync("update", "py", Group, "of py");

        Assert.Equal("of net", (await Tooz.RunAsync("caps", "py", Group, "net")).GetString());
        Assert.Equal(
            MemberCapabilities.FromBytes("of py"u8), await _driver.GetCapabilitiesAsync(Group, MemberId.FromText("py")));
    }

    [RedisToozFact]
    public async Task Weights_OfAPartitionedGroup_AreReadByTheOther()
    {
        await Tooz.RunAsync("leave", "py", Group);
        await _driver.UpdateCapabilitiesAsync(Group, MemberCapabilities.FromWeight(2));
        await Tooz.RunAsync("join_partitioned", "py", Group, 3);

        GroupMember python = (await _driver.GetMembersWithCapabilitiesAsync(Group)).Single(member => member.Id.ToString() == "py");

        Assert.Equal(MemberCapabilities.FromWeight(3), python.Capabilities);
        Assert.Equal(2, (await Tooz.RunAsync("caps", "py", Group, "net")).GetProperty("weight").GetDouble());
    }

    [RedisToozFact]
    public async Task PythonReads_OurBeatGone_PurgesUs()
    {
        await Store.KeyDeleteAsync("_tooz_beats:net");
        Assert.Equal(["net", "py"], await MembersAsync());

        Assert.Equal(["py"], await Tooz.ListAsync("members", "py", Group));

        Assert.Equal(["py"], await MembersAsync());
        await _driver.HeartbeatAsync();
        Assert.Equal(["py"], await MembersAsync());
        await Assert.ThrowsAsync<MemberNotJoinedException>(() => _driver.LeaveGroupAsync(Group).AsTask());
        await _driver.JoinGroupAsync(Group);
        Assert.Equal(["net", "py"], await Tooz.ListAsync("members", "py", Group));
    }

    [RedisToozFact]
    public async Task WeRead_PythonsBeatGone_PurgesIt()
    {
        await Store.KeyDeleteAsync("_tooz_beats:py");

        Assert.Equal(["net"], await MembersAsync());

        Assert.False(await Store.HashExistsAsync("_tooz_group:g", "py"));
        await Tooz.RunAsync("heartbeat", "py");
        Assert.Equal(["net"], await Tooz.ListAsync("members", "py", Group));
        await Tooz.RunAsync("join", "py", Group);
        Assert.Equal(["net", "py"], await MembersAsync());
    }

    [RedisToozFact]
    public async Task WeRead_BeatsGone_TellsWhomItPurged()
    {
        var told = new List<(string Group, string Member)>();
        await using var reader = new RedisDriver(
            new DriverSettings(BackendUrl.Parse(Url), MemberId.FromText("reader"))
            {
                Purged = (group, members) => told.AddRange(members.Select(member => (group, member.ToString()))),
            });
        await reader.StartAsync();
        await Store.KeyDeleteAsync(["_tooz_beats:py", "_tooz_beats:net"]);

        Assert.Empty(await reader.GetMembersAsync(Group));
        Assert.Empty(await reader.GetMembersAsync(Group));

        Assert.Equal([(Group, "net"), (Group, "py")], told.Order());
    }

    [RedisToozFact]
    public async Task WeRead_BeatEmptyOrNoString_PurgesAsToozDoes()
    {
        foreach (string member in (string[])["a", "b", "c"])
        {
            await Store.HashSetAsync("_tooz_group:g", member, new byte[] { 0xC4, 0 });
        }

        await Store.StringSetAsync("_tooz_beats:a", "");
        await Store.SetAddAsync("_tooz_beats:b", "x");
        await Store.StringSetAsync("_tooz_beats:c", "x");

        Assert.Equal(["c", "net", "py"], await MembersAsync());
        Assert.Equal(["c", "net", "py"], await Tooz.ListAsync("members", "py", Group));
    }

    [RedisToozFact]
    public async Task Stop_OfEither_LeavesTheOther()
    {
        await Tooz.RunAsync("stop", "py");
        Assert.Equal(["net"], await MembersAsync());

        await Tooz.StartAsync("py2", Url, "py2");
        await Tooz.RunAsync("join", "py2", Group);
        await _driver.StopAsync();
        Assert.Equal(["py2"], await Tooz.ListAsync("members", "py2", Group));
        Assert.False(await Store.KeyExistsAsync("_tooz_beats:net"));
    }

    [RedisToozFact]
    public async Task JoinGroup_BeatLapsed_BeatsFirstSoThatNobodyPurges()
    {
        await _driver.LeaveGroupAsync(Group);
        await Store.KeyDeleteAsync("_tooz_beats:net");

        await _driver.JoinGroupAsync(Group);

        Assert.Equal(["net", "py"], await Tooz.ListAsync("members", "py", Group));
    }

    private async Task<string[]> MembersAsync() =>
        [.. (await _driver.GetMembersAsync(Group)).Select(member => member.ToString()).Order(StringComparer.Ordinal)];
}
