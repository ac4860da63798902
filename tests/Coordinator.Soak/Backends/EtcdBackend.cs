using System.Globalization;
using RingPerf.Coordination.Etcd;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Soak.Sizing;

namespace RingPerf.Coordination.Soak.Backends;

/// <inheritdoc cref="ISoakBackend"/>
internal sealed class EtcdBackend : ISoakBackend
{
    private static readonly HttpClient Client = new();

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

    public async Task<ServerLoad> LoadAsync()
    {
        string[] metrics = (await Client.GetStringAsync($"http://127.0.0.1:{Port}/metrics")).Split('\n');
        return new ServerLoad(
            Sum("grpc_server_msg_received_total{"),
            Sum("etcd_network_client_grpc_received_bytes_total "),
            Sum("etcd_network_client_grpc_sent_bytes_total "),
            Server.Process.ProcessorTime);

        double Sum(string prefix) => metrics
            .Where(line => line.StartsWith(prefix, StringComparison.Ordinal))
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
