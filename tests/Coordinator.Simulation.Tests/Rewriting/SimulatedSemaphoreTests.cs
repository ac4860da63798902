using RingPerf.Coordination.Simulation.Rewriting;

namespace RingPerf.Coordination.Simulation.Tests.Rewriting;

public sealed class SimulatedSemaphoreTests
{
    [Fact]
    public async Task WaitAsync_Taken_ComesInByTheOrderOfTheWaits()
    {
        using var semaphore = new SimulatedSemaphore(1, 1);
        await semaphore.WaitAsync();
        Task first = semaphore.WaitAsync();
        Task second = semaphore.WaitAsync();
        Assert.False(first.IsCompleted);

        semaphore.Release();
        await first;
        Assert.False(second.IsCompleted);

        semaphore.Release();
        await second;
        semaphore.Release();
        Assert.Throws<SemaphoreFullException>(() => semaphore.Release());
    }

    [Fact]
    public async Task WaitAsync_Cancelled_TakesNothing()
    {
        using var semaphore = new SimulatedSemaphore(1, 1);
        using var cancel = new CancellationTokenSource();
        await semaphore.WaitAsync();
        Task waiting = semaphore.WaitAsync(cancel.Token);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        semaphore.Release();
        await semaphore.WaitAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => semaphore.WaitAsync(cancel.Token));
    }
}
