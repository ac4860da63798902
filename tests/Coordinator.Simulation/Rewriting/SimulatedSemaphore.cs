namespace RingPerf.Coordination.Simulation.Rewriting;

/// <summary>Stands in for <see cref="SemaphoreSlim"/>, whose waiters come back on the thread pool.</summary>
/// <remarks>Waiters come in by the order of their waits, as there. Has the members that the rewritten assemblies call.</remarks>
public sealed class SimulatedSemaphore(int initialCount, int maxCount) : IDisposable
{
    private readonly LinkedList<TaskCompletionSource> _waiters = [];
    private int _count = initialCount;

    /// <summary>A deliberate defect: nobody waits. It counts for the copy of this assembly that sets it.</summary>
    internal static bool AdmitsAll { get; set; }

    public Task WaitAsync() => WaitAsync(CancellationToken.None);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_count > 0 || AdmitsAll)
        {
            _count--;
            return;
        }

        LinkedListNode<TaskCompletionSource> waiter =
            _waiters.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            _ =>
            {
                if (waiter.Value.TrySetCanceled(cancellationToken))
                {
                    _waiters.Remove(waiter);
                }
            },
            null);
        await waiter.Value.Task;
    }

    public int Release()
    {
        if (_waiters.First is { } first)
        {
            _waiters.RemoveFirst();
            first.Value.TrySetResult();
            return 0;
        }

        return _count < maxCount || AdmitsAll ? _count++ : throw new SemaphoreFullException();
    }

    public void Dispose()
    {
    }
}
