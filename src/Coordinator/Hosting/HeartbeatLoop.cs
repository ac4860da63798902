using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>When to beat: at once, then each interval from beat to beat, and at least three times within a membership timeout.</summary>
/// <param name="coordinator">Who beats.</param>
/// <param name="interval">The time between two beats.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it logs.</param>
internal sealed class HeartbeatLoop(PartitionCoordinator coordinator, TimeSpan interval, TimeProvider time, ILogger logger)
{
    private readonly FailureRuns _failures = new();
    private bool _shortened;

    /// <summary>Beats once; raises nothing.</summary>
    /// <returns>How long to wait for the next beat.</returns>
    internal async ValueTask<TimeSpan> BeatAsync(CancellationToken stop)
    {
        long begun = time.GetTimestamp();
        try
        {
            await coordinator.HeartbeatAsync(stop).ConfigureAwait(false);
            _failures.End(BackendOperation.Heartbeat);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception e)
        {
            // A driver's own mistake, such as a refused argument, is no reason to let the member expire without another try.
            LogLevel level = _failures.Level(BackendOperation.Heartbeat, e);
            logger.HostedFailure(level, e);
        }

        TimeSpan left = Interval() - time.GetElapsedTime(begun);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private TimeSpan Interval()
    {
        if (coordinator.Life.Holds / PartitionCoordinatorOptionsValidator.BeatsWithinLife is not { } most || most >= interval)
        {
            return interval;
        }

        if (!_shortened)
        {
            _shortened = true;
            logger.IntervalShortened(interval, most);
        }

        return most;
    }
}
