using RingPerf.Coordination.Etcd.Leases;

namespace RingPerf.Coordination.Etcd.Tests.Leases;

public sealed class BeatThreadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Run_Call_HasAThreadOfItsOwnThatEnds()
    {
        (Thread thread, bool pooled) = await BeatThread
            .RunAsync(() => (Thread.CurrentThread, Thread.CurrentThread.IsThreadPoolThread), CancellationToken.None)
            .ContinueWith(call => call.Result, TaskScheduler.Default);

        Assert.False(pooled);
        Assert.True(thread.Join(Patience));
    }

    [Fact]
    public async Task Run_CallThrows_IsRaised() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => BeatThread.RunAsync<int>(() => throw new InvalidOperationException("no"), CancellationToken.None));

    [Fact]
    public async Task Run_CallIsCancelled_IsCanceledAndNotFailed()
    {
        var cancelled = new CancellationToken(canceled: true);
        Task<int> call = BeatThread.RunAsync<int>(() => throw new OperationCanceledException(cancelled), CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task Run_CancelledWhileTheCallBlocks_EndsTheWait()
    {
        using var blocks = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        Task<bool> call = BeatThread.RunAsync(() => blocks.Wait(Patience), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        blocks.Set();
    }

    [Fact]
    public void Run_WaitedForOnAThreadThatBlocks_GoesOnWithoutThePool()
    {
        bool pooled = true;
        var thread = new Thread(() => AwaitAsync().GetAwaiter().GetResult());
        thread.Start();

        Assert.True(thread.Join(Patience));
        Assert.False(pooled);

        async Task AwaitAsync()
        {
            using var begun = new ManualResetEventSlim();
            Task<bool> call = BeatThread.RunAsync(() => begun.Wait(Patience), CancellationToken.None);
            Task rest = RestAsync(call);
            begun.Set();
            await rest.ConfigureAwait(false);
        }

        async Task RestAsync(Task<bool> call)
        {
            await call.ConfigureAwait(false);
            pooled = Thread.CurrentThread.IsThreadPoolThread;
        }
    }
}
