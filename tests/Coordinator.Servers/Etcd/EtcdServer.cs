using System.Net.Http.Json;
using System.Text.Json;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>A private etcd node on free loopback ports, in a folder of its own, with etcd's own settings otherwise.</summary>
public sealed class EtcdServer : IAsyncDisposable
{
    /// <summary>What a machine without it lacks.</summary>
    public const string Requirement = "etcd and etcdctl (Debian: etcd-server, etcd-client)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(1) };

    private readonly TemporaryFolder _folder = new();
    private readonly EtcdServerOptions _options;
    private ChildProcess? _process;

    private EtcdServer(EtcdServerOptions options)
    {
        _options = options;
        Port = FreePort.Find();
        MetricsPort = FreePort.Find();
        PeerPort = options.PeerPort ?? FreePort.Find();
    }

    public static bool IsInstalled => Programs.Find("etcd") is not null && Programs.Find("etcdctl") is not null;

    public int Port { get; }

    public int PeerPort { get; }

    /// <summary>The running process.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("The server is stopped.");

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
            Directory.Delete(_folder["data"], recursive: true);
        }

        Run();
        await WaitUntilReadyAsync();
    }

    /// <summary>Stops the server in good order.</summary>
    public async Task StopAsync()
    {
        await Process.TerminateAsync(Patience);
        await ForgetProcessAsync();
    }

    /// <summary>Ends the server at once: SIGKILL.</summary>
    public async Task KillAsync()
    {
        await Process.KillAsync();
        await ForgetProcessAsync();
    }

    /// <summary>Freezes the server: SIGSTOP.</summary>
    public void Pause() => Process.Pause();

    /// <summary>Wakes the server: SIGCONT.</summary>
    public void Resume() => Process.Resume();

    public async ValueTask DisposeAsync()
    {
        await ForgetProcessAsync();
        _folder.Dispose();
    }

    internal static EtcdServer Launch(EtcdServerOptions options)
    {
        var server = new EtcdServer(options);
        server.Run();
        return server;
    }

    /// <summary>Waits until the node has a leader, itself or another.</summary>
    internal Task WaitUntilReadyAsync() => Eventually.TrueAsync(IsReadyAsync, Patience, () => Process.Log);

    private void Run() => _process = ChildProcess.Start(Programs.Find("etcd")!, Arguments());

    private List<string> Arguments()
    {
        string scheme = _options.Tls is null ? "http" : "https";
        string client = $"{scheme}://127.0.0.1:{Port}";
        string peer = $"http://127.0.0.1:{PeerPort}";
        List<string> arguments =
        [
            "--name", _options.Name, "--data-dir", _folder["data"], "--log-level", "warn", "--logger", "zap",
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

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(Process.HasExited, $"etcd ended: {Process.Log}");
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

    private async Task ForgetProcessAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }
    }
}
