using System.Diagnostics;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Redis.Tests.Faults;

/// <summary>Sentinels that name the primary, and a replica that takes its place.</summary>
public sealed class SentinelTests(ITestOutputHelper output) : Lab(output)
{
    private const string Password = "s3cret";

    // Sentinels notice after a second and promote within about two more.
    private static readonly TimeSpan Promotion = TimeSpan.FromSeconds(5);

    [RedisToozFact]
    public async Task Failover_MixedFleet_GoesOnAtTheNewPrimary()
    {
        await using RedisSentinels sentinels = await RedisSentinels.StartAsync(Password);
        string url = sentinels.Url(Query, Password);
        AddDotNet("net-1", url);
        AddDotNet("net-2", url);
        AddPython("py", url);
        await SettleAsync();

        long begun = Stopwatch.GetTimestamp();
        await sentinels.Primary.KillAsync();
        await Eventually.TrueAsync(
            async () => (await RedisCli.RunAsync(sentinels.Ports[0], "sentinel", "get-master-addr-by-name", RedisSentinels.PrimaryName))
                .EndsWith(sentinels.Replica.Port.ToString(), StringComparison.Ordinal),
            Patience,
            () => sentinels.Log);
        Report("F25, sentinels promoted the replica after", Stopwatch.GetElapsedTime(begun), Promotion);

        await MeasureAsync("F25, replica promoted, exact split after", Life + Poll + Poll);
        Assert.Contains("_tooz_groups", await KeysAsync(sentinels.Replica.Port), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Start_FirstSentinelDown_AsksTheNext()
    {
        await using RedisSentinels sentinels = await RedisSentinels.StartAsync();
        string url = $"redis://127.0.0.1:1?sentinel={RedisSentinels.PrimaryName}&sentinel_fallback=127.0.0.1:{sentinels.Ports[1]}&{Query}";

        await using RedisDriver driver = await Drivers.StartAsync(url, "net");
        await driver.HeartbeatAsync();

        Assert.Contains("_tooz_beats:net", await RedisCli.RunAsync(sentinels.Primary.Port, "keys", "*"), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Start_PrimaryUnknown_SaysWhomItAsked()
    {
        await using RedisSentinels sentinels = await RedisSentinels.StartAsync();
        await using RedisDriver driver = Drivers.Create($"redis://127.0.0.1:{sentinels.Ports[0]}?sentinel=nobody&{Query}", "net");

        var error = await Assert.ThrowsAsync<CoordinationConnectionException>(() => driver.StartAsync().AsTask());

        Assert.Contains("'nobody'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{sentinels.Ports[0]} does not know it", error.Message, StringComparison.Ordinal);
    }

    private static Task<string> KeysAsync(int port) => RedisCli.RunAsync(port, "-a", Password, "--no-auth-warning", "keys", "*");
}
