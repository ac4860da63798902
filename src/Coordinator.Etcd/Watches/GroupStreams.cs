using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using RingPerf.Coordination.Etcd.Connections;
using RingPerf.Coordination.Etcd.Keys;
using RingPerf.Coordination.Etcd.Protocol;

namespace RingPerf.Coordination.Etcd.Watches;

/// <summary>Hears from etcd of changes in groups, by one watch stream a group.</summary>
/// <remarks>A stream says that its group may have changed, not how: who hears it reads the members. So one that broke has lost nothing
/// once it is made again and says so too.</remarks>
/// <param name="connection">The way to etcd.</param>
/// <param name="time">The clock of the waits between two tries.</param>
internal sealed class GroupStreams(EtcdConnection connection, TimeProvider time)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, CancellationTokenSource> _followed = new(StringComparer.Ordinal);
    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private bool _hasEnded;

    /// <summary>Follows these groups, and no others any longer.</summary>
    internal void Follow(IEnumerable<string> groupIds)
    {
        lock (_gate)
        {
            string[] wanted = _hasEnded ? [] : [.. groupIds.Distinct(StringComparer.Ordinal)];
            foreach (string group in _followed.Keys.Except(wanted).ToArray())
            {
                _followed.Remove(group, out CancellationTokenSource? end);
                end!.Cancel();
                end.Dispose();
            }

            foreach (string group in wanted.Except(_followed.Keys).ToArray())
            {
                var end = new CancellationTokenSource();
                _followed.Add(group, end);
                _ = FollowAsync(GroupKeys.Group(group), end.Token);
            }
        }
    }

    /// <summary>Waits for the next change; one that came since the last wait counts.</summary>
    internal async ValueTask ChangedAsync(CancellationToken cancellationToken) =>
        await _changes.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Lets groups be followed, at first and after an end.</summary>
    internal void Begin()
    {
        lock (_gate)
        {
            _hasEnded = false;
        }
    }

    /// <summary>Ends every stream, and a wait for them; no group is followed any more.</summary>
    internal void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
        }

        Follow([]);
        Tell();
    }

    private void Tell() => _changes.Writer.TryWrite(true);

    private async Task FollowAsync(ByteString group, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await connection.StreamAsync((clients, options) => ReadAsync(group, clients, options), end).ConfigureAwait(false);
            await Task.Delay(RetryDelay, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(ByteString group, EtcdClients clients, CallOptions options)
    {
        using AsyncDuplexStreamingCall<WatchRequest, WatchResponse> call = clients.Watch.Watch(options);
        var create = new WatchCreateRequest { Key = group, RangeEnd = GroupKeys.End(group) };
        await call.RequestStream.WriteAsync(new WatchRequest { CreateRequest = create }, options.CancellationToken).ConfigureAwait(false);
        while (await call.ResponseStream.MoveNext(options.CancellationToken).ConfigureAwait(false))
        {
            WatchResponse answer = call.ResponseStream.Current;
            if (answer.Canceled)
            {
                // So etcd refuses a token that it no longer knows: by an answer, not by an error.
                throw new RpcException(new Status(StatusCode.Unauthenticated, answer.CancelReason));
            }

            // The first answer, which only says that the watch is there, counts: what happened before it was not heard.
            Tell();
        }
    }
}
