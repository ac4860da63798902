using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>One multiplexer of the driver's own, replaced where it is broken or silent.</summary>
/// <remarks>The client itself reconnects once, at once, to the same server. A new one asks the sentinels again, and is made when an
/// operation needs it: as often as the caller polls, and never two at the same time. An operation whose time ends before the connection
/// is there leaves it to the next one, so a slow server is reached in the end.</remarks>
internal sealed class OwnedLink(RedisSettings settings) : IRedisLink
{
    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _opening;
    private bool _isClosed;

    public void Begin()
    {
        lock (_gate)
        {
            _isClosed = false;
        }
    }

    public async ValueTask<IDatabase> OpenAsync(CancellationToken cancellationToken)
    {
        ConnectionMultiplexer multiplexer = await Opening().WaitAsync(cancellationToken).ConfigureAwait(false);
        return multiplexer.GetDatabase();
    }

    public void Distrust(IDatabase database)
    {
        lock (_gate)
        {
            if (_opening is { IsCompletedSuccessfully: true } open && ReferenceEquals(open.Result, database.Multiplexer))
            {
                Discard();
            }
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Discard();
        }
    }

    private Task<ConnectionMultiplexer> Opening()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                throw new DriverStateException("The driver was stopped while the operation was under way.");
            }

            if (_opening is null or { IsCompleted: true } and not { IsCompletedSuccessfully: true, Result.IsConnected: true })
            {
                Discard();
                _opening = Task.Run(ConnectAsync);
                Abandonment.Observe(_opening);
            }

            return _opening;
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        RedisAddress primary = PrimaryFinder.Find(settings);
        return await ConnectionMultiplexer.ConnectAsync(ClientOptions.For(settings, primary)).ConfigureAwait(false);
    }

    private void Discard()
    {
        _opening?.ContinueWith(
            static async opening =>
            {
                await opening.Result.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
                await opening.Result.DisposeAsync().ConfigureAwait(false);
            },
            CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        _opening = null;
    }
}
