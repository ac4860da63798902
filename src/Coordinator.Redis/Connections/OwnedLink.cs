using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>One multiplexer of the driver's own, replaced where it is broken or silent.</summary>
/// <remarks>The client itself reconnects once, at once, to the same server. A new one asks the sentinels again, and is made when an
/// operation needs it: as often as the caller polls or beats, and never twice at the same time.</remarks>
internal sealed class OwnedLink(RedisSettings settings) : IRedisLink
{
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private ConnectionMultiplexer? _current;

    public async ValueTask<IDatabase> OpenAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _current) is { IsConnected: true } open)
        {
            return open.GetDatabase();
        }

        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { IsConnected: true } connected)
            {
                return connected.GetDatabase();
            }

            Drop(_current);
            Task<ConnectionMultiplexer> connecting = ConnectAsync();
            ConnectionMultiplexer made = await AwaitOrDropAsync(connecting, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _current, made);
            return made.GetDatabase();
        }
        finally
        {
            _connecting.Release();
        }
    }

    public void Distrust(IDatabase database) => Drop(database.Multiplexer as ConnectionMultiplexer);

    public ValueTask CloseAsync()
    {
        Drop(Volatile.Read(ref _current));
        return ValueTask.CompletedTask;
    }

    // The semaphore has no handle to free, and an operation that the end overtakes still releases it.
    public ValueTask DisposeAsync() => CloseAsync();

    private static void Discard(ConnectionMultiplexer multiplexer) => _ = multiplexer.CloseAsync(allowCommandsToComplete: false)
        .ContinueWith(_ => multiplexer.Dispose(), TaskScheduler.Default);

    private static async Task<ConnectionMultiplexer> AwaitOrDropAsync(
        Task<ConnectionMultiplexer> connecting, CancellationToken cancellationToken)
    {
        try
        {
            return await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _ = connecting.ContinueWith(
                static late => Discard(late.Result), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
            throw;
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        RedisAddress primary = settings.Sentinels.Count == 0
            ? settings.Server
            : await Task.Run(() => PrimaryFinder.Find(settings)).ConfigureAwait(false);
        return await ConnectionMultiplexer.ConnectAsync(ClientOptions.For(settings, primary)).ConfigureAwait(false);
    }

    private void Drop(ConnectionMultiplexer? multiplexer)
    {
        if (multiplexer is not null && Interlocked.CompareExchange(ref _current, null, multiplexer) == multiplexer)
        {
            Discard(multiplexer);
        }
    }
}
