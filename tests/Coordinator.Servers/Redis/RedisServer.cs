using System.Net.Sockets;
using System.Text;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Redis;

/// <summary>A private redis-server on a free loopback port and on a unix socket, in a folder of its own.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    /// <summary>What a machine without it lacks.</summary>
    public const string Requirement = "redis-server (Debian: redis-server)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();
    private readonly RedisServerOptions _options;
    private ChildProcess? _process;

    private RedisServer(RedisServerOptions options)
    {
        _options = options;
        Port = FreePort.Find();
    }

    public static bool IsInstalled => Programs.Find("redis-server") is not null;

    public int Port { get; }

    /// <summary>The path of the unix socket.</summary>
    public string SocketPath => _folder["redis.sock"];

    /// <summary>The running process.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("The server is stopped.");

    public static async Task<RedisServer> StartAsync(RedisServerOptions? options = null)
    {
        var server = new RedisServer(options ?? new RedisServerOptions());
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>The URL of this server, as both tooz and the driver read it.</summary>
    /// <param name="query">The options.</param>
    /// <param name="port">Another port, such as a proxy's.</param>
    public string Url(string query = "", int? port = null)
    {
        string password = _options.Password is null ? "" : $":{_options.Password}@";
        return $"redis://{password}127.0.0.1:{port ?? Port}{(query.Length == 0 ? "" : "?")}{query}";
    }

    /// <summary>Starts the server that was stopped, on its port, with what it kept on disk.</summary>
    public async Task StartAgainAsync()
    {
        _process = ChildProcess.Start(Programs.Find("redis-server")!, Arguments());
        await Eventually.TrueAsync(IsReadyAsync, Patience, () => Process.Log);
    }

    /// <summary>Starts the server that was stopped, on its port, as if its disk were lost.</summary>
    public async Task StartAgainEmptyAsync()
    {
        string log = _folder["appendonlydir"];
        if (Directory.Exists(log))
        {
            Directory.Delete(log, recursive: true);
        }

        await StartAgainAsync();
    }

    /// <summary>Stops the server in good order: it writes what it keeps.</summary>
    public async Task StopAsync()
    {
        await Process.TerminateAsync(Patience);
        await ForgetProcessAsync();
    }

    /// <summary>Ends the server without a chance to write: SIGKILL.</summary>
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

    private List<string> Arguments()
    {
        string port = Port.ToString();
        List<string> arguments =
        [
            "--bind", "127.0.0.1", "--port", _options.TlsFile is null ? port : "0", "--dir", _folder.Root, "--save", "",
            "--appendonly", _options.KeepsData ? "yes" : "no", "--appendfsync", "always", "--unixsocket", SocketPath,
            "--repl-diskless-sync-delay", "0",
        ];
        if (_options.Password is { } password)
        {
            arguments.AddRange(["--requirepass", password, "--masterauth", password]);
        }

        if (_options.User is { } user)
        {
            arguments.AddRange(["--user", user, "on", $">{_options.Password}", "~*", "&*", "+@all"]);
        }

        if (_options.RenamedAuth)
        {
            arguments.AddRange(["--rename-command", "AUTH", ""]);
        }

        if (_options.ReplicaOf is { } primary)
        {
            arguments.AddRange(["--replicaof", $"127.0.0.1 {primary}"]);
        }

        if (_options.TlsFile is { } file)
        {
            arguments.AddRange(["--tls-port", port, "--tls-cert-file", file, "--tls-key-file", file, "--tls-ca-cert-file", file]);
        }

        return arguments;
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(Process.HasExited, $"redis-server ended: {Process.Log}");
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath));
            await socket.SendAsync("PING\r\n"u8.ToArray());
            byte[] reply = new byte[64];
            int count = await socket.ReceiveAsync(reply);
            string text = Encoding.ASCII.GetString(reply, 0, count);
            return text.StartsWith("+PONG", StringComparison.Ordinal) || text.StartsWith("-NOAUTH", StringComparison.Ordinal);
        }
        catch (SocketException)
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
