using System.Net.Sockets;
using System.Text;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;

namespace RingPerf.Coordination.Servers.Redis;

/// <summary>A private redis-server on a free loopback port and on a unix socket, in a folder of its own.</summary>
/// <remarks>It does not wait for its disk: what it wrote outlives its process, though not the machine's power.</remarks>
public sealed class RedisServer : ServerProcess
{
    /// <summary>What a machine without it lacks.</summary>
    public const string Requirement = "redis-server (Debian: redis-server)";

    private readonly RedisServerOptions _options;

    private RedisServer(RedisServerOptions options)
        : base("redis-server", TimeSpan.FromSeconds(10))
    {
        _options = options;
        Port = FreePort.Find();
    }

    public static bool IsInstalled => Programs.Find("redis-server") is not null;

    public int Port { get; }

    /// <summary>The path of the unix socket.</summary>
    public string SocketPath => Folder["redis.sock"];

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
        Run();
        await WaitUntilReadyAsync();
    }

    /// <summary>Starts the server that was stopped, on its port, as if its disk were lost.</summary>
    public async Task StartAgainEmptyAsync()
    {
        string log = Folder["appendonlydir"];
        if (Directory.Exists(log))
        {
            Directory.Delete(log, recursive: true);
        }

        await StartAgainAsync();
    }

    private protected override List<string> Arguments()
    {
        string port = Port.ToString();
        List<string> arguments =
        [
            "--bind", "127.0.0.1", "--port", _options.TlsFile is null ? port : "0", "--dir", Folder.Root, "--save", "",
            "--appendonly", _options.KeepsData ? "yes" : "no", "--appendfsync", "no", "--unixsocket", SocketPath,
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

    private protected override async Task<bool> IsReadyAsync()
    {
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
}
