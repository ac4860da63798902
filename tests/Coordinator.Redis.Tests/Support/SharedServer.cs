using RingPerf.Coordination.Servers.Redis;

namespace RingPerf.Coordination.Redis.Tests.Support;

/// <summary>One server for tests that do it no harm.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private RedisServer? _server;

    public RedisServer Server => _server ?? throw new InvalidOperationException($"The tests need {RedisServer.Requirement}.");

    public async Task InitializeAsync() => _server = RedisServer.IsInstalled ? await RedisServer.StartAsync() : null;

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
