namespace RingPerf.Coordination;

/// <summary>Beats on a thread of its own, which neither a starved thread pool nor work that blocks can hold up.</summary>
/// <remarks>
/// <para>The thread waits for a beat that is under way, and between two beats on a handle, so it needs the pool only where the driver's
/// beat does.</para>
/// <para>Timers of the system's clock need the pool, so the thread measures its waits itself. Under any other clock the loop runs on that
/// clock's timers instead: time that is moved by hand then moves the beats with it.</para>
/// </remarks>
internal static class HeartbeatThread
{
    /// <summary>The wait after a beat that raised something, which only code of others does: a log, say.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Handles and timers wait no longer than some 24 days.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    /// <summary>Beats until it is stopped.</summary>
    /// <param name="beat">Beats once and says how long to wait for the next beat, at most 20 days.</param>
    /// <param name="name">The name of the thread.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Ends when it has stopped; never fails.</returns>
    internal static Task RunAsync(
        Func<CancellationToken, ValueTask<TimeSpan>> beat, string name, TimeProvider time, CancellationToken stop)
    {
        if (!ReferenceEquals(time, TimeProvider.System))
        {
            return RunOnTimersAsync(beat, time, stop);
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(beat, ended, stop)) { IsBackground = true, Name = name };
        thread.UnsafeStart();
        return ended.Task;
    }

    private static void Run(
        Func<CancellationToken, ValueTask<TimeSpan>> beat, TaskCompletionSource ended, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                stop.WaitHandle.WaitOne(WaitAfter(beat, stop));
            }
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static TimeSpan WaitAfter(Func<CancellationToken, ValueTask<TimeSpan>> beat, CancellationToken stop)
    {
        try
        {
            ValueTask<TimeSpan> wait = beat(stop);
            return Shorten(wait.IsCompletedSuccessfully ? wait.Result : wait.AsTask().GetAwaiter().GetResult());
        }
        catch (Exception)
        {
            // Raised here it would end the process.
            return RetryDelay;
        }
    }

    private static TimeSpan Shorten(TimeSpan wait) => TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks));

    private static async Task RunOnTimersAsync(
        Func<CancellationToken, ValueTask<TimeSpan>> beat, TimeProvider time, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            TimeSpan wait = await WaitAfterAsync(beat, stop).ConfigureAwait(false);
            await Task.Delay(wait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask<TimeSpan> WaitAfterAsync(Func<CancellationToken, ValueTask<TimeSpan>> beat, CancellationToken stop)
    {
        try
        {
            return Shorten(await beat(stop).ConfigureAwait(false));
        }
        catch (Exception)
        {
            return RetryDelay;
        }
    }
}
