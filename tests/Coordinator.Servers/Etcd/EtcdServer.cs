using System.Net.Http.Json;
using System.Text.Json;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>A private etcd node on free loopback ports, in a folder of its own, with etcd's own settings otherwise.</summary>
/// <remarks>It does not wait for its disk: what it wrote outlives its process, though not the machine's power.</remarks>
public sealed class EtcdServer : ServerProcess
{
    /// <summary>What a machine without it lacks.</summary>
    public const string Requirement = "etcd and etcdctl (Debian: etcd-server, etcd-client)";

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(1) };

    private readonly EtcdServerOptions _options;

    private EtcdServer(EtcdServerOptions options)
        : base("etcd", TimeSpan.FromSeconds(20))
    {
        _options = options;
        Port = FreePort.Find();
        MetricsPort = FreePort.Find();
        PeerPort = options.PeerPort ?? FreePort.Find();
    }

    public static bool IsInstalled => Programs.Find("etcd") is not null && Programs.Find("etcdctl") is not null;

    public int Port { get; }

    public int PeerPort { get; }

    private int MetricsPort { get; }

    public static async Task<EtcdServer> StartAsync(EtcdServerOptions? options = null)
    {
        EtcdServer server = Launch(options ?? new EtcdServerOptions());
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>The URL of this server, as both tooz and the driver read it.</summary>
    /// <param name="query">The options, beside the one that tooz needs for this version of etcd.</param>
    /// <param name="port">Another port, such as a proxy's.</param>
    /// <param name="scheme">The scheme.</param>
    public string Url(string query = "", int? port = null, string scheme = "etcd3+http") =>
        $"{scheme}://127.0.0.1:{port ?? Port}?api_version=v3{(query.Length == 0 ? "" : "&")}{query}";

    /// <summary>Starts the server that was stopped, on its ports.</summary>
    /// <param name="keepData">Whether it finds what it had, or nothing.</param>
    public async Task StartAgainAsync(bool keepData = true)
    {
        if (!keepData)
        {
            Directory.Delete(Folder["data"], recursive: true);
        }

        Run();
        await WaitUntilReadyAsync();
    }

    internal static EtcdServer Launch(EtcdServerOptions options)
    {
        var server = new EtcdServer(options);
        server.Run();
        return server;
    }

    private protected override List<string> Arguments()
    {
        string scheme = _options.Tls is null ? "http" : "https";
        string client = $"{scheme}://127.0.0.1:{Port}";
        string peer = $"http://127.0.0.1:{PeerPort}";
        List<string> arguments =
        [
            "--name", _options.Name, "--data-dir", Folder["data"], "--unsafe-no-fsync",
            "--log-level", "warn", "--logger", "zap",
            "--listen-client-urls", client, "--advertise-client-urls", client,
            "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
            "--initial-cluster", _options.Cluster ?? $"{_options.Name}={peer}",
            "--listen-metrics-urls", $"http://127.0.0.1:{MetricsPort}", .. _options.Arguments,
        ];
        if (_options.Tls is (string certificate, string key, string authority))
        {
            arguments.AddRange(
                ["--cert-file", certificate, "--key-file", key, "--trusted-ca-file", authority, "--client-cert-auth"]);
        }

        return arguments;
    }

    // Healthy is a node that has a leader, itself or another.
    private protected override async Task<bool> IsReadyAsync()
    {
        try
        {
            JsonElement health = await Client.GetFromJsonAsync<JsonElement>($"http://127.0.0.1:{MetricsPort}/health");
            return health.GetProperty("health").GetString() == "true";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
