using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Redis;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis.Tests.Wire;

/// <summary>Groups with more members than one MGET of the script reads, and around its blocks.</summary>
public sealed class LargeGroupTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [RedisTheory]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(9000)]
    public async Task Read_EveryThirdMemberWithoutABeat_ListsTheOthersAndPurgesThose(int count)
    {
        string group = $"large-{count}";
        await using RedisDriver driver = await Drivers.StartAsync(shared.Server.Url(), "reader");
        await driver.CreateGroupAsync(group);
        await using ConnectionMultiplexer client = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{shared.Server.Port}");
        IDatabase database = client.GetDatabase();
        string[] members = [.. Enumerable.Range(0, count).Select(i => $"{group}-{i:0000}")];
        string[] alive = [.. members.Where((_, i) => i % 3 != 0)];
        await database.HashSetAsync($"_tooz_group:{group}", [.. members.Select(member => new HashEntry(member, "x"))]);
        await database.StringSetAsync([.. alive.Select(member => KeyValuePair.Create((RedisKey)$"_tooz_beats:{member}", (RedisValue)"Not dead!"))]);

        IReadOnlyList<MemberId> read = await driver.GetMembersAsync(group);

        Assert.Equal(alive, read.Select(member => member.ToString()).Order(StringComparer.Ordinal));
        RedisValue[] left = await database.HashKeysAsync($"_tooz_group:{group}");
        Assert.Equal(["__created__", .. alive], left.Select(name => name.ToString()).Order(StringComparer.Ordinal));
    }
}
