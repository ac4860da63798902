using System.Net;
using System.Net.Sockets;

namespace RingPerf.Coordination.Redis;

/// <summary>Where a server listens: a host and port, or the path of a unix socket.</summary>
internal readonly record struct RedisAddress
{
    internal const int DefaultPort = 6379;

    private RedisAddress(string host, int port, string? path)
    {
        Host = host;
        Port = port;
        Path = path;
    }

    /// <summary>The host's name or address; empty for a unix socket.</summary>
    internal string Host { get; }

    internal int Port { get; }

    /// <summary>The socket's path; null for a host.</summary>
    internal string? Path { get; }

    internal static RedisAddress Tcp(string host, int port) => new(host, port, null);

    internal static RedisAddress Unix(string path) => new("", 0, path);

    internal EndPoint ToEndPoint()
    {
        if (Path is not null)
        {
            return new UnixDomainSocketEndPoint(Path);
        }

        return IPAddress.TryParse(Host, out IPAddress? address) ? new IPEndPoint(address, Port) : new DnsEndPoint(Host, Port);
    }

    public override string ToString() =>
        Path ?? (Host.Contains(':') ? FormattableString.Invariant($"[{Host}]:{Port}") : FormattableString.Invariant($"{Host}:{Port}"));
}
