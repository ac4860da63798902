using RingPerf.Coordination.Etcd;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Soak.Backends;

/// <inheritdoc cref="ISoakBackend"/>
internal sealed class EtcdBackend : ISoakBackend
{
    private readonly EtcdServer _server;

    private EtcdBackend(EtcdServer server) => _server = server;

    public string Name => "etcd";

    public string Version => ServerVersion.Of("etcd");

    public ServerProcess Server => _server;

    public int Port => _server.Port;

    // etcd looks for lapsed leases twice a second.
    public TimeSpan Grace => TimeSpan.FromSeconds(0.5);

    public IReadOnlyDictionary<string, string>? PythonEnvironment => EtcdPython.Environment;

    public CoordinationDriverRegistry Drivers { get; } = new CoordinationDriverRegistry().AddEtcd();

    internal static async Task<ISoakBackend> StartAsync() => new EtcdBackend(await EtcdServer.StartAsync());

    public string Url(TimeSpan life, int? port = null) =>
        _server.Url(FormattableString.Invariant($"timeout={life.TotalSeconds}"), port);

    public Task StartAgainAsync(bool keepData) => _server.StartAgainAsync(keepData);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
