namespace RingPerf.Coordination.Redis;

/// <summary>Tasks whose waiter may have gone when they fail.</summary>
internal static class Abandonment
{
    /// <summary>Keeps a failure that nobody waits for any more from being reported as unobserved.</summary>
    internal static void Observe(Task task) => task.ContinueWith(
        static failed => _ = failed.Exception, CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
