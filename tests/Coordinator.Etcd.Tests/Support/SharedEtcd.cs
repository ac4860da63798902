using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests.Support;

/// <summary>One server for tests that do it no harm.</summary>
public sealed class SharedEtcd : IAsyncLifetime
{
    private EtcdServer? _server;

    public EtcdServer Server => _server ?? throw new InvalidOperationException($"The tests need {EtcdServer.Requirement}.");

    public async Task InitializeAsync() => _server = EtcdServer.IsInstalled ? await EtcdServer.StartAsync() : null;

    public async Task DisposeAsync() => await (_server?.DisposeAsync() ?? default);
}
