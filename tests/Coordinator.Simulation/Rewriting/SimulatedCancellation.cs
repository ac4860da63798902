namespace RingPerf.Coordination.Simulation.Rewriting;

/// <summary>Stands in for <see cref="CancellationTokenSource.CancelAsync"/>, which runs callbacks on the thread pool.</summary>
public static class SimulatedCancellation
{
    public static Task CancelAsync(CancellationTokenSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.Cancel();
        return Task.CompletedTask;
    }
}
