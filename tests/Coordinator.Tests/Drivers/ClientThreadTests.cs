namespace RingPerf.Coordination.Tests;

public sealed class ClientThreadTests
{
    private const string Name = "test";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Run_Call_HasAThreadOfItsOwnThatEnds()
    {
        (Thread thread, bool pooled) = await ClientThread
            .RunAsync(Name, () => (Thread.CurrentThread, Thread.CurrentThread.IsThreadPoolThread), CancellationToken.None)
            .ContinueWith(call => call.Result, TaskScheduler.Default);

        Assert.False(pooled);
        Assert.True(thread.Join(Patience));
    }

    [Fact]
    public async Task Run_CallThrows_IsRaised() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => ClientThread.RunAsync<int>(Name, () => throw new InvalidOperationException("no"), CancellationToken.None));

    [Fact]
    public async Task Run_CallIsCancelled_IsCanceledAndNotFailed()
    {
        var cancelled = new CancellationToken(canceled: true);
        Task<int> call = ClientThread.RunAsync<int>(Name, () => throw new OperationCanceledException(cancelled), CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task Run_CancelledWhileTheCallBlocks_EndsTheWait()
    {
        using var blocks = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        Task<bool> call = ClientThread.RunAsync(Name, () => blocks.Wait(Patience), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        blocks.Set();
    }

    [Fact]
    public void Beat_CallerHasAThreadOfItsOwn_HasEndedWhenItReturns()
    {
        Task<bool>? call = null;
        var thread = new Thread(() => call = ClientThread.BeatAsync(Name, Doze, CancellationToken.None));
        thread.Start();

        Assert.True(thread.Join(Patience));
        Assert.True(call!.IsCompletedSuccessfully);
    }

    [Fact]
    public void Beat_CallThrowsOnTheCallersOwnThread_IsRaisedByTheTask()
    {
        Task<int>? call = null;
        var thread = new Thread(() => call = ClientThread.BeatAsync<int>(Name, () => throw new InvalidOperationException("no"), default));
        thread.Start();

        Assert.True(thread.Join(Patience));
        Assert.Equal("no", Assert.IsType<InvalidOperationException>(call!.Exception!.InnerException).Message);
    }

    [Fact]
    public async Task Beat_CancelledWhileTheCallersOwnThreadIsHeld_LetsItGo()
    {
        using var blocks = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        Task? call = null;
        var thread = new Thread(() => call = ClientThread.BeatAsync(Name, () => blocks.Wait(Patience), cancel.Token));
        thread.Start();

        await cancel.CancelAsync();

        Assert.True(thread.Join(Patience));
        Assert.True(call!.IsCanceled);
        blocks.Set();
    }

    [Fact]
    public async Task Beat_CallerOnThePool_IsNotHeld()
    {
        using var blocks = new ManualResetEventSlim();
        Task<bool> call = await Task.Run(() => Task.FromResult(ClientThread.BeatAsync(Name, () => blocks.Wait(Patience), default)));

        Assert.False(call.IsCompleted);
        blocks.Set();
        Assert.True(await call);
    }

    [Fact]
    public void Beat_CallersThreadServesAContext_IsNotHeld()
    {
        using var blocks = new ManualResetEventSlim();
        bool held = true;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            held = ClientThread.BeatAsync(Name, () => blocks.Wait(Patience), default).IsCompleted;
        });
        thread.Start();

        Assert.True(thread.Join(Patience));
        Assert.False(held);
        blocks.Set();
    }

    private static bool Doze()
    {
        Thread.Sleep(10);
        return true;
    }
}
