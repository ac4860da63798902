using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using RingPerf.Coordination.Etcd.Connections;
using RingPerf.Coordination.Etcd.Keys;
using RingPerf.Coordination.Etcd.Protocol;

namespace RingPerf.Coordination.Etcd.Leases;

/// <summary>The lease that a member's keys hang on: granted, kept alive, granted anew where it lapsed, revoked.</summary>
/// <param name="connection">The way to etcd.</param>
/// <param name="seconds">How long it lives without a beat; etcd may grant more.</param>
[SuppressMessage("Design", "CA1001", Justification = "A call that a dispose overtakes still uses it, and it owns no handle.")]
internal sealed class MemberLease(EtcdConnection connection, int seconds)
{
    private const long None = 0;

    private readonly SemaphoreSlim _granting = new(1, 1);
    private long _id;

    /// <summary>The lease that keys are put under. A key put under none would stay for ever.</summary>
    /// <exception cref="DriverStateException">It was revoked: the driver was stopped meanwhile.</exception>
    internal long Id
    {
        get
        {
            long id = Interlocked.Read(ref _id);
            return id != None ? id : throw new DriverStateException("The driver was stopped while the operation was under way.");
        }
    }

    /// <summary>Gets the lease of a driver that starts; of one whose last start failed half-way, the lease it got then.</summary>
    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Read(ref _id) == None)
        {
            await RenewAsync(None, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await KeepAliveAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes sure that there is a lease other than one that is known to be gone.</summary>
    /// <param name="gone">The lease that is gone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many seconds it lives from now.</returns>
    internal async Task<long> RenewAsync(long gone, CancellationToken cancellationToken)
    {
        // One at a time: of two leases granted at once, one would not be kept alive, and the keys put under it would vanish.
        await _granting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Interlocked.Read(ref _id) != gone)
            {
                return seconds;
            }

            LeaseGrantResponse granted = await connection.CallAsync(
                (clients, options) => clients.Lease.LeaseGrantAsync(new LeaseGrantRequest { TTL = seconds }, options).ResponseAsync,
                repeatable: true,
                cancellationToken).ConfigureAwait(false);
            // A lease that is granted to a driver which was stopped meanwhile lapses by itself.
            Interlocked.CompareExchange(ref _id, granted.ID, gone);
            return granted.TTL;
        }
        finally
        {
            _granting.Release();
        }
    }

    /// <summary>Keeps the lease alive, or gets another one where it has lapsed.</summary>
    /// <returns>How many seconds it lives from now.</returns>
    internal async Task<long> KeepAliveAsync(CancellationToken cancellationToken)
    {
        long id = Id;
        long left = await connection.CallAsync(
            (clients, options) => KeepAliveAsync(id, clients, options), repeatable: true, cancellationToken).ConfigureAwait(false);
        return left > 0 ? left : await RenewAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As <see cref="KeepAliveAsync(CancellationToken)"/>, and without the thread pool while the gateway answers and the lease
    /// holds.</summary>
    /// <returns>How many seconds it lives from now.</returns>
    internal async Task<long> BeatAsync(CancellationToken cancellationToken)
    {
        long id = Id;
        long? left = await ClientThread.BeatAsync(
            "RingPerf etcd heartbeat", () => KeepAlive(id, cancellationToken), cancellationToken).ConfigureAwait(false);
        return left > 0 ? left.Value : await KeepAliveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the lease, and with it every key put under it.</summary>
    internal async Task RevokeAsync(CancellationToken cancellationToken)
    {
        long id = Interlocked.Exchange(ref _id, None);
        try
        {
            await connection.CallAsync(
                (clients, options) => clients.Lease.LeaseRevokeAsync(new LeaseRevokeRequest { ID = id }, options).ResponseAsync,
                repeatable: true,
                cancellationToken).ConfigureAwait(false);
        }
        catch (CoordinationException e) when (EtcdFailure.IsLeaseGone(e))
        {
            // It has lapsed, or the call before this one was heard after all.
        }
    }

    private long? KeepAlive(long id, CancellationToken cancellationToken)
    {
        try
        {
            return connection.CallGateways((gateway, token, cancel) => gateway.KeepAlive(id, token, cancel), cancellationToken);
        }
        catch (CoordinationConnectionException)
        {
            // A proxy may let gRPC through and nothing else.
            return null;
        }
    }

    private static async Task<long> KeepAliveAsync(long id, EtcdClients clients, CallOptions options)
    {
        if (!clients.HasAnswered)
        {
            await AskAsync(clients, options).ConfigureAwait(false);
        }

        using AsyncDuplexStreamingCall<LeaseKeepAliveRequest, LeaseKeepAliveResponse> call = clients.Lease.LeaseKeepAlive(options);
        await call.RequestStream.WriteAsync(new LeaseKeepAliveRequest { ID = id }, options.CancellationToken).ConfigureAwait(false);
        await call.RequestStream.CompleteAsync().ConfigureAwait(false);
        return await call.ResponseStream.MoveNext(options.CancellationToken).ConfigureAwait(false)
            ? call.ResponseStream.Current.TTL
            : throw new RpcException(new Status(StatusCode.Unavailable, "The stream ended without an answer."));
    }

    /// <summary>Waits for any answer: where requests arrive and answers do not, beats would keep a share for a member that cannot know
    /// it.</summary>
    private static async Task AskAsync(EtcdClients clients, CallOptions options)
    {
        try
        {
            await clients.Kv.RangeAsync(new RangeRequest { Key = GroupKeys.All, KeysOnly = true }, options).ConfigureAwait(false);
        }
        catch (RpcException e) when (!EtcdFailure.IsOfConnection(e))
        {
            // A refusal is an answer.
        }
    }
}
