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
    /// <summary>Beats until it is stopped.</summary>
    /// <param name="beat">Beats once and says how long to wait for the next beat; raises nothing.</param>
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
                ValueTask<TimeSpan> wait = beat(stop);
                stop.WaitHandle.WaitOne(wait.IsCompletedSuccessfully ? wait.Result : wait.AsTask().GetAwaiter().GetResult());
            }
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static async Task RunOnTimersAsync(
        Func<CancellationToken, ValueTask<TimeSpan>> beat, TimeProvider time, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            TimeSpan wait = await beat(stop).ConfigureAwait(false);
            await Task.Delay(wait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
