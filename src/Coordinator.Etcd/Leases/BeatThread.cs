namespace RingPerf.Coordination.Etcd.Leases;

/// <summary>Runs a call that blocks on a thread of its own, so that it needs no thread of the pool.</summary>
internal static class BeatThread
{
    /// <summary>Runs one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the wait, and is the call's own to heed.</param>
    /// <returns>Its result. What awaits it goes on upon the thread, since the pool may have none to give; the thread has nothing else
    /// to do.</returns>
    internal static Task<T> RunAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<T>();
        new Thread(() => Run(call, result)) { IsBackground = true, Name = "RingPerf etcd heartbeat" }.UnsafeStart();
        return result.Task.WaitAsync(cancellationToken);
    }

    private static void Run<T>(Func<T> call, TaskCompletionSource<T> result)
    {
        T value;
        try
        {
            value = call();
        }
        catch (OperationCanceledException e)
        {
            result.SetCanceled(e.CancellationToken);
            return;
        }
        catch (Exception e)
        {
            result.SetException(e);
            // Who waited may have left; an error that nobody sees is no error of the process.
            _ = result.Task.Exception;
            return;
        }

        result.SetResult(value);
    }
}
