using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests;

/// <summary>One server for the tests of a class.</summary>
public sealed class EtcdFixture : IAsyncLifetime
{
    private EtcdServer? _server;

    public EtcdServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

    public async Task InitializeAsync() => _server = await EtcdServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
