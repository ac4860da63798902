using Grpc.Core;
using Grpc.Net.Client;
using RingPerf.Coordination.Etcd.Protocol;

namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>One connection to one of etcd's members, and etcd's services on it.</summary>
internal sealed class EtcdClients : IDisposable
{
    // A server that forbids more frequent pings than etcd's default of 5 s would close the connection.
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);

    private readonly GrpcChannel _channel;

    internal EtcdClients(Uri address, TlsFiles? tls, TimeSpan connectTimeout)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = connectTimeout,
            KeepAlivePingDelay = PingDelay,
            KeepAlivePingTimeout = PingTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = false,
        };
        if (tls is not null)
        {
            handler.SslOptions = tls.ToOptions();
        }

        // Given a handler, the channel would connect by itself, and wait longer after each failure; given a client, each call connects.
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpClient = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan },
            DisposeHttpClient = true,
            ThrowOperationCanceledOnCancellation = true,
            MaxReceiveMessageSize = null,
        });
        CallInvoker invoker = _channel.CreateCallInvoker();
        Kv = new KV.KVClient(invoker);
        Lease = new Lease.LeaseClient(invoker);
        Watch = new Watch.WatchClient(invoker);
        Auth = new Auth.AuthClient(invoker);
    }

    internal KV.KVClient Kv { get; }

    internal Lease.LeaseClient Lease { get; }

    internal Watch.WatchClient Watch { get; }

    internal Auth.AuthClient Auth { get; }

    /// <summary>Whether any call was answered.</summary>
    internal bool HasAnswered { get; set; }

    public void Dispose() => _channel.Dispose();
}
