namespace RingPerf.Coordination;

/// <summary>Beats for a driver in the background, as tooz's own heart does: under the system's clock on a thread of its own.</summary>
/// <remarks>After each beat it waits half of the time that the beat holds, less what the beat took. A beat that fails is tried again
/// after a second, without end. It never joins a group.</remarks>
/// <param name="driver">A started driver.</param>
/// <param name="time">The clock of the waits.</param>
public sealed class Heart(ICoordinationDriver driver, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private Task _loop = Task.CompletedTask;
    private long _beats;

    /// <summary>Whether the heart was started and not stopped.</summary>
    public bool IsAlive
    {
        get
        {
            lock (_gate)
            {
                return _stop is not null;
            }
        }
    }

    /// <summary>The beats that succeeded since the heart was made.</summary>
    public long Beats => Interlocked.Read(ref _beats);

    /// <summary>Why the last beat failed; null after one that succeeded.</summary>
    public Exception? LastError { get; private set; }

    /// <summary>Starts to beat, at once.</summary>
    /// <exception cref="InvalidOperationException">The heart beats already.</exception>
    public void Start()
    {
        lock (_gate)
        {
            if (_stop is not null)
            {
                throw new InvalidOperationException("The heart beats already; stop it first.");
            }

            _stop = new CancellationTokenSource();
            _loop = HeartbeatThread.RunAsync(BeatAsync, $"RingPerf heart of {driver.MemberId}", time, _stop.Token);
        }
    }

    /// <summary>Stops to beat, and waits for a beat under way to end. Without effect on a heart that does not beat.</summary>
    public async ValueTask StopAsync()
    {
        CancellationTokenSource? stop;
        Task loop;
        lock (_gate)
        {
            (stop, loop, _stop) = (_stop, _loop, null);
        }

        if (stop is not null)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await loop.ConfigureAwait(false);
            stop.Dispose();
        }
    }

    /// <inheritdoc cref="StopAsync"/>
    public ValueTask DisposeAsync() => StopAsync();

    private async ValueTask<TimeSpan> BeatAsync(CancellationToken stop)
    {
        long begun = time.GetTimestamp();
        try
        {
            TimeSpan holds = await driver.HeartbeatAsync(stop).ConfigureAwait(false);
            LastError = null;
            Interlocked.Increment(ref _beats);
            TimeSpan rest = holds - time.GetElapsedTime(begun);
            return rest > TimeSpan.Zero ? rest / 2 : TimeSpan.Zero;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            LastError = e;
            return RetryDelay;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }
}
