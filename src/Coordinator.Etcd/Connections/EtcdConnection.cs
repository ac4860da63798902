using Grpc.Core;

namespace RingPerf.Coordination.Etcd.Connections;

/// <summary>Calls etcd: one endpoint at a time, the next one where it fails, every call within a limit.</summary>
internal sealed class EtcdConnection : IDisposable
{
    private readonly EtcdEndpoint[] _endpoints;
    private readonly EtcdLogin _login;
    private readonly TimeSpan _limit;
    private readonly TimeSpan _beatLimit;
    private readonly TimeProvider _time;
    private int _current;

    /// <summary>Connects at the first call.</summary>
    /// <param name="options">Endpoints, TLS and login.</param>
    /// <param name="time">The clock of the limits.</param>
    internal EtcdConnection(EtcdOptions options, TimeProvider time)
    {
        var timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        // A share of the time for each endpoint, so that one that is silent leaves time for the others.
        _limit = timeout / options.Endpoints.Count;
        _beatLimit = options.BeatTimeout / options.Endpoints.Count;
        _time = time;
        _login = new EtcdLogin(options.User, options.Password);
        _endpoints = [.. options.Endpoints.Select(address => new EtcdEndpoint(address, options.Tls, _limit, _beatLimit, timeout, time))];
    }

    /// <summary>Makes a call; on an endpoint that cannot be reached, on the others.</summary>
    /// <param name="call">The call.</param>
    /// <param name="repeatable">Whether it may run twice, so that it is made again where nobody knows if it took effect.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CoordinationException">It failed; nothing else but cancellation is raised.</exception>
    internal async Task<T> CallAsync<T>(Func<EtcdClients, CallOptions, Task<T>> call, bool repeatable, CancellationToken cancellationToken)
    {
        // Once each, and a second time on the only endpoint, whose connection of before may have been broken by a restart.
        int left = Math.Max(_endpoints.Length, 2);
        while (true)
        {
            EtcdEndpoint endpoint = _endpoints[Volatile.Read(ref _current)];
            EtcdClients clients = endpoint.Clients;
            long begun = _time.GetTimestamp();
            using var deadline = new CancellationTokenSource(_limit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                return await CallWithLoginAsync(call, clients, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (either.IsCancellationRequested)
            {
                if (_time.GetElapsedTime(begun) > 0.9 * _limit)
                {
                    endpoint.Renew(clients);
                    MoveOn(endpoint);
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (!repeatable || --left == 0)
                {
                    throw TimedOut(endpoint, _limit, e);
                }
            }
            catch (Exception e) when (EtcdFailure.IsOfClient(e))
            {
                // A client's own impatience, such as while connecting, is a cancellation too.
                bool elsewhere = EtcdFailure.IsOfConnection(e);
                if (elsewhere)
                {
                    MoveOn(endpoint);
                }

                if (!elsewhere || --left == 0 || !(repeatable || EtcdFailure.IsUnsent(e)))
                {
                    throw EtcdFailure.Translate(e, endpoint.Address);
                }
            }
        }
    }

    /// <summary>Makes a call through the gateway on the calling thread; on an endpoint that fails, on the others, once each.</summary>
    /// <param name="call">The call, which gives null where the gateway does not take it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it gave; null where no gateway takes it.</returns>
    /// <exception cref="CoordinationException">It failed; nothing else but cancellation is raised.</exception>
    internal long? CallGateways(Func<LeaseGateway, string?, CancellationToken, long?> call, CancellationToken cancellationToken)
    {
        for (int left = _endpoints.Length; ;)
        {
            EtcdEndpoint endpoint = _endpoints[Volatile.Read(ref _current)];
            if (!endpoint.Gateway.IsServed)
            {
                return null;
            }

            using var deadline = new CancellationTokenSource(_beatLimit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                return call(endpoint.Gateway, _login.Known, either.Token);
            }
            catch (Exception e) when (EtcdFailure.IsOfClient(e))
            {
                // Who gives up says nothing of the endpoint.
                cancellationToken.ThrowIfCancellationRequested();
                MoveOn(endpoint);
                if (--left == 0)
                {
                    bool silent = either.IsCancellationRequested || EtcdFailure.IsSocketTimeout(e);
                    throw silent ? TimedOut(endpoint, _beatLimit, e) : EtcdFailure.Translate(e, endpoint.Address);
                }
            }
        }
    }

    /// <summary>Runs a stream until it breaks or is cancelled; the next one goes to the next endpoint. Raises nothing.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task StreamAsync(Func<EtcdClients, CallOptions, Task> stream, CancellationToken cancellationToken)
    {
        EtcdEndpoint endpoint = _endpoints[Volatile.Read(ref _current)];
        try
        {
            await CallWithLoginAsync(
                async (clients, options) =>
                {
                    // A node without a leader hears of nothing, and etcd then ends the stream instead.
                    Metadata headers = options.Headers ?? [];
                    headers.Add("hasleader", "true");
                    await stream(clients, options.WithHeaders(headers)).ConfigureAwait(false);
                    return true;
                },
                endpoint.Clients,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody wants it any longer.
        }
        catch (Exception e) when (EtcdFailure.IsOfClient(e))
        {
            MoveOn(endpoint);
        }
    }

    public void Dispose()
    {
        foreach (EtcdEndpoint endpoint in _endpoints)
        {
            endpoint.Dispose();
        }
    }

    private async Task<T> CallWithLoginAsync<T>(
        Func<EtcdClients, CallOptions, Task<T>> call, EtcdClients clients, CancellationToken cancellationToken)
    {
        bool again = false;
        while (true)
        {
            string? token = await _login.TokenAsync(clients, cancellationToken).ConfigureAwait(false);
            Metadata? headers = token is null ? null : new Metadata { { "token", token } };
            try
            {
                T answer = await call(clients, new CallOptions(headers, cancellationToken: cancellationToken)).ConfigureAwait(false);
                clients.HasAnswered = true;
                return answer;
            }
            catch (RpcException e) when (!again && _login.Forget(token, e))
            {
                again = true;
            }
        }
    }

    private static CoordinationTimeoutException TimedOut(EtcdEndpoint endpoint, TimeSpan limit, Exception error) =>
        new($"A request to etcd at {endpoint.Address.Authority}", limit, error);

    private void MoveOn(EtcdEndpoint from)
    {
        int index = Array.IndexOf(_endpoints, from);
        Interlocked.CompareExchange(ref _current, (index + 1) % _endpoints.Length, index);
    }
}
