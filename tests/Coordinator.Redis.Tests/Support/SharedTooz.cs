using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Redis;

namespace RingPerf.Coordination.Redis.Tests.Support;

/// <summary>One server and one Python process with the real tooz, for tests that do them no harm.</summary>
public sealed class SharedTooz : IAsyncLifetime
{
    private ToozShell? _tooz;
    private RedisServer? _server;

    public ToozShell Tooz => _tooz ?? throw new InvalidOperationException($"The tests need {PythonAgent.Requirement}.");

    public RedisServer Server => _server ?? throw new InvalidOperationException($"The tests need {RedisServer.Requirement}.");

    public async Task InitializeAsync()
    {
        _server = RedisServer.IsInstalled ? await RedisServer.StartAsync() : null;
        _tooz = PythonAgent.IsInstalled ? new ToozShell() : null;
    }

    public async Task DisposeAsync()
    {
        await (_tooz?.DisposeAsync() ?? default);
        await (_server?.DisposeAsync() ?? default);
    }
}
