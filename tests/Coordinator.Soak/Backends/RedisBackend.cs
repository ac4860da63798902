using System.Globalization;
using RingPerf.Coordination.Redis;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;
using RingPerf.Coordination.Soak.Sizing;

namespace RingPerf.Coordination.Soak.Backends;

/// <inheritdoc cref="ISoakBackend"/>
internal sealed class RedisBackend : ISoakBackend
{
    private readonly RedisServer _server;

    private RedisBackend(RedisServer server) => _server = server;

    public string Name => "redis";

    public string Version => ServerVersion.Of("redis-server");

    public ServerProcess Server => _server;

    public int Port => _server.Port;

    public TimeSpan Grace => TimeSpan.Zero;

    public IReadOnlyDictionary<string, string>? PythonEnvironment => null;

    public CoordinationDriverRegistry Drivers { get; } = new CoordinationDriverRegistry().AddRedis();

    internal static async Task<ISoakBackend> StartAsync() =>
        new RedisBackend(await RedisServer.StartAsync(new RedisServerOptions { KeepsData = true }));

    public string Url(TimeSpan life, int? port = null) => _server.Url(
        FormattableString.Invariant($"timeout={life.TotalSeconds}&membership_timeout={life.TotalSeconds}"), port);

    public Task StartAgainAsync(bool keepData) => keepData ? _server.StartAgainAsync() : _server.StartAgainEmptyAsync();

    public async Task<ServerLoad> LoadAsync()
    {
        string info = await RedisCli.RunAsync(Port, "info", "stats");
        return new ServerLoad(
            Number("total_commands_processed:"), Number("total_net_input_bytes:"), Number("total_net_output_bytes:"), Server.Process.ProcessorTime);

        double Number(string name) => double.Parse(
            info.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..], CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
