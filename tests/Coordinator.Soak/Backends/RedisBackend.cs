using RingPerf.Coordination.Redis;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;

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

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
