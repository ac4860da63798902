namespace RingPerf.Coordination;

/// <summary>Runs a driver's calls that block, each on a thread of its own, so that no beat needs a thread of the pool.</summary>
public static class ClientThread
{
    /// <summary>Runs one call.</summary>
    /// <remarks>What awaits the call goes on upon its thread, which has nothing else to do. That is no promise: an await which looks at a
    /// task just before it ends goes on upon the pool.</remarks>
    /// <typeparam name="T">What the call yields.</typeparam>
    /// <param name="name">The thread's name.</param>
    /// <param name="call">The call; it blocks within a deadline of its own.</param>
    /// <param name="cancellationToken">Ends the wait, not the call: that it must heed itself.</param>
    /// <returns>Ends with what the call returns or raises, or is cancelled before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="call"/> is null.</exception>
    public static Task<T> RunAsync<T>(string name, Func<T> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(call);
        var result = new TaskCompletionSource<T>();
        new Thread(() => Run(call, result)) { IsBackground = true, Name = name }.UnsafeStart();
        return result.Task.WaitAsync(cancellationToken);
    }

    /// <summary>As <see cref="RunAsync"/>, for a beat: a caller with a thread of its own is held until the call has ended, so that no
    /// await up to the host has anything to wait for, and none can need the pool.</summary>
    /// <remarks>A thread of the pool, or one with a synchronization context or a scheduler, which others need, is not held.</remarks>
    /// <inheritdoc cref="RunAsync"/>
    public static Task<T> BeatAsync<T>(string name, Func<T> call, CancellationToken cancellationToken)
    {
        Task<T> result = RunAsync(name, call, cancellationToken);
        if (IsOwnThread)
        {
            ((Task)result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }

        return result;
    }

    private static bool IsOwnThread =>
        !Thread.CurrentThread.IsThreadPoolThread && SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default;

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
