using System.Text.Json;
using RingPerf.Coordination;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Redis;
using RingPerf.Fleet.Tests.Support;

namespace RingPerf.Fleet.Tests;

/// <summary>The commands against servers that run, with members that are in the group.</summary>
public sealed class BackendTests
{
    private static readonly string[] Names = ["agent-a", "agent-b", "käse"];
    private static readonly string[] Keys = [.. Enumerable.Range(0, 200).Select(i => $"key-{i}"), "schlüssel", ""];

    [RedisFact]
    public async Task Redis_AllCommands_AgreeWithTheMembers()
    {
        await using RedisServer server = await RedisServer.StartAsync(new RedisServerOptions { Password = "s3cret" });

        await AssertAgreesAsync(server.Url());
    }

    [EtcdFact]
    public async Task Etcd_AllCommands_AgreeWithTheMembers()
    {
        await using EtcdServer server = await EtcdServer.StartAsync();

        await AssertAgreesAsync(server.Url());
        Assert.DoesNotContain(await EtcdCtl.RunAsync(server.Port, "lease", "list"), "found 1", StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Members_OfRedisWithAnExpiredMember_LeavesItOutAndWhereItIs()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using RunningFleet fleet = await RunningFleet.StartAsync(server.Url(), LabelFormat.PythonBytes, 100, "living", "lapsed");
        string group = Assert.Single(
            (await RedisCli.RunAsync(server.Port, "keys", "*")).Split('\n'), key => key.EndsWith(RunningFleet.Group, StringComparison.Ordinal));
        string beat = Assert.Single(
            (await RedisCli.RunAsync(server.Port, "keys", "*")).Split('\n'), key => key.EndsWith("lapsed", StringComparison.Ordinal));
        await RedisCli.RunAsync(server.Port, "del", beat);
        string before = await RedisCli.RunAsync(server.Port, "hgetall", group);

        FleetRun run = FleetRun.Of("members", "--backend-url", server.Url(), "--group", RunningFleet.Group, "--format", "csv");

        Assert.Equal("member,capabilities,encoded\nliving,,\n", run.Text);
        Assert.Contains("lapsed", before, StringComparison.Ordinal);
        Assert.Equal(before, await RedisCli.RunAsync(server.Port, "hgetall", group));
    }

    [RedisFact]
    public async Task Members_WithCapabilities_ShowsTextAndEncodedValue()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using ICoordinationDriver driver = RunningFleet.Drivers.Create(
            new DriverSettings(BackendUrl.Parse(server.Url()), MemberId.FromText("\e[2Jmember")));
        await driver.StartAsync();
        await driver.JoinOrCreateGroupAsync("g", MemberCapabilities.FromBytes("disk=ssd"u8));

        JsonElement member = FleetRun.Of("members", "--backend-url", server.Url(), "--group", "g", "--format", "json")
            .Json().GetProperty("members")[0];
        FleetRun table = FleetRun.Of("members", "--backend-url", server.Url(), "--group", "g");

        Assert.Equal("\e[2Jmember", member.GetProperty("member").GetString());
        Assert.Equal("disk=ssd", member.GetProperty("capabilities").GetString());
        Assert.Equal("0xc4086469736b3d737364", member.GetProperty("encoded").GetString());
        Assert.Contains("disk=ssd", table.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', table.Text);
    }

    [RedisFact]
    public async Task Owner_OfAnEmptyGroup_FailsAndRingHasNoMembers()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using ICoordinationDriver driver = RunningFleet.Drivers.Create(
            new DriverSettings(BackendUrl.Parse(server.Url()), MemberId.New()));
        await driver.StartAsync();
        await driver.CreateGroupAsync("empty");

        JsonElement ring = FleetRun.Of("ring", "--backend-url", server.Url(), "--group", "empty", "--format", "json").Json();

        Assert.Equal(0, ring.GetProperty("members").GetArrayLength());
        FleetRun.Of("owner", "--backend-url", server.Url(), "--group", "empty", "--key", "k").AssertFails(1, "empty", "no members");
    }

    [RedisFact]
    public async Task Owner_OfMembersWithWeights_AgreesWithThem()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        await using RunningFleet fleet = await RunningFleet.StartAsync(
            server.Url(), LabelFormat.PythonBytes, 100, [("light", 1), ("heavy", 2.5)]);
        Dictionary<string, string> expected = await fleet.OwnersAsync(Keys);
        string[] group = ["--backend-url", server.Url(), "--group", RunningFleet.Group];

        JsonElement owners = FleetRun.Of(["owner", .. group, "--format", "json", .. Keys.SelectMany(key => (string[])["--key", key])]).Json();
        string[] table = FleetRun.Of(["ring", .. group]).Text.Split('\n');
        string[] csv = FleetRun.Of(["ring", .. group, "--format", "csv"]).Text.Split('\n');

        Assert.Equal(Keys.Select(key => expected[key]), owners.EnumerateArray().Select(owner => owner.GetProperty("member").GetString()!));
        Assert.Matches("^ +heavy +2.5 +250 ", Assert.Single(table, line => line.Contains("heavy", StringComparison.Ordinal)));
        Assert.Equal("member,weight,points,share", csv[0]);
        Assert.StartsWith("light,1,100,0.", csv[2], StringComparison.Ordinal);
    }

    private static async Task AssertAgreesAsync(string url)
    {
        string[] group = ["--backend-url", url, "--group", RunningFleet.Group, "--format", "json"];
        await AssertAgreesAsync(url, group, LabelFormat.PythonBytes, 100, []);
        await AssertAgreesAsync(url, group, LabelFormat.Plain, 7, ["--labels", "plain", "--replicas", "7"]);
        FleetRun.Of("members", "--backend-url", url, "--group", "nobody's").AssertFails(1, "nobody's", "does not exist");
        Assert.DoesNotContain("s3cret", FleetRun.Of("members", "--backend-url", url, "--group", "nobody's").Error, StringComparison.Ordinal);
    }

    private static async Task AssertAgreesAsync(string url, string[] group, LabelFormat labels, int replicas, string[] ringOptions)
    {
        await using RunningFleet fleet = await RunningFleet.StartAsync(url, labels, replicas, Names);
        Dictionary<string, string> expected = await fleet.OwnersAsync(Keys);

        JsonElement members = FleetRun.Of(["members", .. group]).Json();
        JsonElement ring = FleetRun.Of(["ring", .. group, .. ringOptions]).Json();
        JsonElement owners = FleetRun.Of(["owner", .. group, .. ringOptions, .. Keys.SelectMany(key => (string[])["--key", key])]).Json();

        Assert.Equal(Names, members.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("member").GetString()));
        Assert.Equal(Names, ring.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("member").GetString()));
        Assert.Equal(3 * replicas, ring.GetProperty("points").GetInt32() + ring.GetProperty("collisions").GetArrayLength());
        Assert.Equal(
            new HashRing(Names, new HashRingOptions { Labels = labels, Replicas = replicas, Collisions = CollisionRule.Canonical }).GetShares(),
            ring.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("share").GetDouble()));
        Assert.Equal(Keys.Length, expected.Count);
        Assert.Equal(
            Keys.Select(key => (key, expected[key])),
            owners.EnumerateArray().Select(owner => (owner.GetProperty("key").GetString()!, owner.GetProperty("member").GetString()!)));
    }
}
