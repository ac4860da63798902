namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>One of etcd's members, and the connections to it that are in use.</summary>
internal sealed class EtcdEndpoint : IDisposable
{
    private readonly TlsFiles? _tls;
    private readonly TimeSpan _connectTimeout;
    private readonly TimeSpan _grace;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _disposing = new();
    private readonly CancellationToken _disposed;
    private EtcdClients _clients;

    /// <summary>Names the member; connects at the first call.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="tls">What TLS needs to know; null for plain connections.</param>
    /// <param name="connectTimeout">The longest that connecting takes.</param>
    /// <param name="beatTimeout">The longest that a beat takes.</param>
    /// <param name="grace">How long a connection that was given up serves the calls it has.</param>
    /// <param name="time">The clock of the grace.</param>
    internal EtcdEndpoint(Uri address, TlsFiles? tls, TimeSpan connectTimeout, TimeSpan beatTimeout, TimeSpan grace, TimeProvider time)
    {
        Address = address;
        _tls = tls;
        _connectTimeout = connectTimeout;
        _grace = grace;
        _time = time;
        _disposed = _disposing.Token;
        _clients = Connect();
        Gateway = new LeaseGateway(address, tls, beatTimeout);
    }

    internal Uri Address { get; }

    internal EtcdClients Clients => Volatile.Read(ref _clients);

    internal LeaseGateway Gateway { get; }

    /// <summary>Gives up a connection that fell silent, unless another caller has: it may never break by itself.</summary>
    internal void Renew(EtcdClients silent)
    {
        EtcdClients fresh = Connect();
        if (Interlocked.CompareExchange(ref _clients, fresh, silent) == silent)
        {
            _ = DisposeLaterAsync(silent);
        }
        else
        {
            fresh.Dispose();
        }
    }

    public void Dispose()
    {
        _disposing.Cancel();
        Clients.Dispose();
        Gateway.Dispose();
        _disposing.Dispose();
    }

    private EtcdClients Connect() => new(Address, _tls, _connectTimeout);

    private async Task DisposeLaterAsync(EtcdClients silent)
    {
        await Task.Delay(_grace, _time, _disposed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        silent.Dispose();
    }
}
