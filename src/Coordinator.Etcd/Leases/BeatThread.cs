using System.Collections.Concurrent;

namespace RingPerf.Coordination.Etcd.Leases;

/// <summary>A thread for calls that block, so that a starved thread pool keeps no heartbeat waiting.</summary>
internal sealed class BeatThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Lock _gate = new();
    private Thread? _thread;

    /// <summary>Runs a call on the thread, after those before it.</summary>
    /// <returns>Its result; what awaits it goes on upon this thread, since the pool may have none to give.</returns>
    internal Task<T> RunAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<T>();
        if (Thread.CurrentThread == _thread)
        {
            // Who waits on this thread for a beat would wait for itself.
            Complete(result, call, cancellationToken);
            return result.Task;
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_work.IsAddingCompleted, this);
            EnsureStarted();
            _work.Add(() => Complete(result, call, cancellationToken), CancellationToken.None);
        }

        return result.Task;
    }

    /// <summary>Ends the thread when it has no more work; waits for nothing.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _work.CompleteAdding();
        }
    }

    private static void Complete<T>(TaskCompletionSource<T> result, Func<T> call, CancellationToken cancellationToken)
    {
        T value;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
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
            return;
        }

        result.SetResult(value);
    }

    private void EnsureStarted()
    {
        if (_thread is null)
        {
            _thread = new Thread(Run) { IsBackground = true, Name = "RingPerf etcd heartbeat" };
            _thread.Start();
        }
    }

    private void Run()
    {
        foreach (Action work in _work.GetConsumingEnumerable())
        {
            work();
        }

        _work.Dispose();
    }
}
