using System.Text;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Redis;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis.Tests.Wire;

/// <summary>After each step of the same life, the driver's database equals tooz's, byte by byte.</summary>
public sealed class LayoutTests(SharedTooz shared) : IClassFixture<SharedTooz>
{
    private const int Theirs = 1;
    private const int Ours = 2;

    public static TheoryData<string, string, string> Lives => new()
    {
        { "agent-1", "alarm_evaluator", "" },
        { "0b6f7a3c-52d8-4c39-9c6e-5a4f6c1f8d11", "g", "&namespace=ns1" },
        { "\x00\xff\r\n '\"\\:", "\xc3\xa9 \r\n:*", "&namespace=n%20s:%C3%A9" },
        { new string('m', 3000), new string('g', 3000), "&membership_timeout=2.5" },
    };

    [RedisToozTheory]
    [MemberData(nameof(Lives))]
    public async Task EveryStep_SameLife_WritesWhatToozWrites(string member, string group, string query)
    {
        ToozShell tooz = shared.Tooz;
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using RedisDriver driver = Drivers.Create(Url(Ours, query), MemberId.FromBytes(Encoding.Latin1.GetBytes(member)));
        string groupText = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(group));
        await tooz.RunAsync("open", "t", Url(Theirs, query), member);
        (object[] Tooz, Func<ValueTask> Driver)[] steps =
        [
            (["start", "t"], () => driver.StartAsync()),
            (["create", "t", group], () => driver.CreateGroupAsync(groupText)),
            (["join", "t", group], () => driver.JoinGroupAsync(groupText)),
            (["update", "t", group, "caps"], () => driver.UpdateCapabilitiesAsync(groupText, MemberCapabilities.FromBytes("caps"u8))),
            (["leave", "t", group], () => driver.LeaveGroupAsync(groupText)),
            (["join", "t", group, new string('c', 300)], () => driver.JoinGroupAsync(
                groupText, MemberCapabilities.FromBytes(Encoding.Latin1.GetBytes(new string('c', 300))))),
            (["heartbeat", "t"], async () => await driver.HeartbeatAsync()),
            (["leave", "t", group], () => driver.LeaveGroupAsync(groupText)),
            (["delete", "t", group], () => driver.DeleteGroupAsync(groupText)),
            (["create", "t", group], () => driver.CreateGroupAsync(groupText)),
            (["join", "t", group], () => driver.JoinGroupAsync(groupText)),
            (["stop", "t"], () => driver.StopAsync()),
        ];

        foreach ((object[] theirs, Func<ValueTask> ours) in steps)
        {
            await tooz.RunAsync(theirs);
            await ours();

            string expected = await Dump.OfAsync(connection, Theirs);
            Assert.Equal((theirs[0], expected), (theirs[0], await Dump.OfAsync(connection, Ours)));
        }
    }

    [RedisFact]
    public async Task Joined_Default_IsTheLayoutOfTheDocs()
    {
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using RedisDriver driver = Drivers.Create(Url(Ours), "agent-1");
        await driver.StartAsync();
        await driver.JoinOrCreateGroupAsync("g");
        IDatabase store = connection.GetDatabase(Ours);

        Assert.Equal("Not dead!", await store.StringGetAsync("_tooz_beats:agent-1"));
        Assert.InRange((await store.KeyTimeToLiveAsync("_tooz_beats:agent-1"))!.Value.TotalSeconds, 4, 5);
        Assert.Equal("1", await store.HashGetAsync("_tooz_group:g", "__created__"));
        Assert.Equal([0xC4, 0], (byte[])(await store.HashGetAsync("_tooz_group:g", "agent-1"))!);
        Assert.Equal(["g"], (await store.SetMembersAsync("_tooz_groups")).Select(value => value.ToString()));

        await driver.StopAsync();
        Assert.False(await store.KeyExistsAsync("_tooz_beats:agent-1"));
        Assert.Equal(["__created__"], (await store.HashKeysAsync("_tooz_group:g")).Select(value => value.ToString()));
    }

    [RedisTheory]
    [InlineData("C400", true)]
    [InlineData("C0", true)]
    [InlineData("81A677656967687401", false)]
    [InlineData("", false)]
    [InlineData("C1", false)]
    public async Task GetCapabilities_AnyValue_IsPassedOnAsFound(string value, bool isNone)
    {
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using RedisDriver driver = await Drivers.StartAsync(Url(Ours), "agent-1");
        await driver.CreateGroupAsync("g");
        byte[] bytes = Convert.FromHexString(value);
        await connection.GetDatabase(Ours).HashSetAsync("_tooz_group:g", "agent-2", bytes);

        MemberCapabilities read = await driver.GetCapabilitiesAsync("g", MemberId.FromText("agent-2"));

        Assert.Equal(bytes, read.Encoded.ToArray());
        Assert.Equal(isNone, read.IsNone);
    }

    [RedisFact]
    public async Task JoinGroup_NameTaken_KeepsTheValueThatIsThere()
    {
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using RedisDriver first = await Drivers.StartAsync(Url(Ours), "agent-1");
        await using RedisDriver second = await Drivers.StartAsync(Url(Ours), "agent-1");
        await first.JoinOrCreateGroupAsync("g", MemberCapabilities.FromBytes("first"u8));

        await Assert.ThrowsAsync<MemberAlreadyExistsException>(
            () => second.JoinGroupAsync("g", MemberCapabilities.FromBytes("second"u8)).AsTask());

        Assert.Equal(MemberCapabilities.FromBytes("first"u8), await first.GetCapabilitiesAsync("g", first.MemberId));
    }

    [RedisFact]
    public async Task GetGroups_IdsThatAreNoText_AreNotListed()
    {
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using RedisDriver driver = await Drivers.StartAsync(Url(Ours), "agent-1");
        await driver.CreateGroupAsync("gé");
        await connection.GetDatabase(Ours).SetAddAsync("_tooz_groups", new byte[] { 0xff });

        Assert.Equal(["gé"], await driver.GetGroupsAsync());
    }

    private string Url(int database, string query = "") => shared.Server.Url($"db={database}&timeout=5{query}");

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(
            $"127.0.0.1:{shared.Server.Port},allowAdmin=true");
        await connection.GetServers()[0].FlushAllDatabasesAsync();
        return connection;
    }
}
