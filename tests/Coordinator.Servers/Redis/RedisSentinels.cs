using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Redis;

/// <summary>A primary, a replica of it, and two sentinels that promote the replica a second after the primary is gone.</summary>
public sealed class RedisSentinels : IAsyncDisposable
{
    public const string PrimaryName = "mymaster";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();
    private readonly List<ChildProcess> _sentinels = [];

    private RedisSentinels(RedisServer primary, RedisServer replica)
    {
        Primary = primary;
        Replica = replica;
    }

    public RedisServer Primary { get; }

    public RedisServer Replica { get; }

    /// <summary>The sentinels' ports.</summary>
    public IReadOnlyList<int> Ports { get; } = [FreePort.Find(), FreePort.Find()];

    public static async Task<RedisSentinels> StartAsync(string? password = null)
    {
        RedisServer primary = await RedisServer.StartAsync(new RedisServerOptions { Password = password });
        RedisServer replica = await RedisServer.StartAsync(
            new RedisServerOptions { Password = password, ReplicaOf = primary.Port });
        var sentinels = new RedisSentinels(primary, replica);
        foreach (int port in sentinels.Ports)
        {
            sentinels.StartSentinel(port, password);
        }

        await Eventually.TrueAsync(sentinels.KnowEachOtherAsync, Patience, () => sentinels.Log);
        return sentinels;
    }

    /// <summary>The sentinels' URL, as both tooz and the driver read it.</summary>
    public string Url(string query, string password = "") =>
        $"redis://{(password.Length == 0 ? "" : $":{password}@")}127.0.0.1:{Ports[0]}?sentinel={PrimaryName}"
        + $"&sentinel_fallback=127.0.0.1:{Ports[1]}&{query}";

    public string Log => string.Join('\n', _sentinels.Select(sentinel => sentinel.Log));

    public async ValueTask DisposeAsync()
    {
        foreach (ChildProcess sentinel in _sentinels)
        {
            await sentinel.DisposeAsync();
        }

        await Replica.DisposeAsync();
        await Primary.DisposeAsync();
        _folder.Dispose();
    }

    private void StartSentinel(int port, string? password)
    {
        string file = _folder[$"{port}.conf"];
        File.WriteAllLines(
            file,
            [
                $"port {port}", "bind 127.0.0.1", $"dir {_folder.Root}",
                $"sentinel monitor {PrimaryName} 127.0.0.1 {Primary.Port} 2",
                $"sentinel down-after-milliseconds {PrimaryName} 1000", $"sentinel failover-timeout {PrimaryName} 3000",
                .. password is null ? [] : (string[])[$"sentinel auth-pass {PrimaryName} {password}"],
            ]);
        _sentinels.Add(ChildProcess.Start(Programs.Find("redis-server")!, [file, "--sentinel"]));
    }

    private async Task<bool> KnowEachOtherAsync()
    {
        foreach (int port in Ports)
        {
            string info = await RedisCli.RunAsync(port, "sentinel", "master", PrimaryName);
            string[] lines = info.Split('\n');
            int others = Array.IndexOf(lines, "num-other-sentinels");
            int replicas = Array.IndexOf(lines, "num-slaves");
            if (others < 0 || lines[others + 1] != "1" || replicas < 0 || lines[replicas + 1] != "1")
            {
                return false;
            }
        }

        return true;
    }
}
