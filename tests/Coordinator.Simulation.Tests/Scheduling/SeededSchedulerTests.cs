using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Tests.Scheduling;

public sealed class SeededSchedulerTests
{
    private readonly SeededScheduler _scheduler = new(new SeededDraws(1));

    [Fact]
    public void RunUntil_Events_RunByTimeAndNotBeyond()
    {
        var process = new SimulatedProcess(_scheduler, 1);
        var ran = new List<(int, TimeSpan)>();
        foreach (int second in new[] { 3, 1, 2, 4 })
        {
            process.Receive(TimeSpan.FromSeconds(second), () => ran.Add((second, process.Time.Elapsed)));
        }

        _scheduler.RunUntil(TimeSpan.FromSeconds(3));

        Assert.Equal([(1, TimeSpan.FromSeconds(1)), (2, TimeSpan.FromSeconds(2)), (3, TimeSpan.FromSeconds(3))], ran);
    }

    [Fact]
    public void RunUntil_EventsOfOneTime_RunInAnOrderOfTheSeed()
    {
        Assert.Equal(OrderOf(7), OrderOf(7));
        Assert.NotEqual(OrderOf(7), OrderOf(8));
        Assert.Equal(Enumerable.Range(0, 20), OrderOf(7).Order());
    }

    [Fact]
    public void Post_Continuation_RunsInItsProcess()
    {
        var process = new SimulatedProcess(_scheduler, 1);
        SynchronizationContext? after = null;
        process.Run(() => _ = WaitAsync());

        _scheduler.RunUntil(TimeSpan.FromSeconds(2));

        Assert.Same(process, after);

        async Task WaitAsync()
        {
            await process.PassAsync(TimeSpan.FromSeconds(1));
            after = SynchronizationContext.Current;
        }
    }

    [Fact]
    public void Pause_Events_WaitUntilTheResume()
    {
        var process = new SimulatedProcess(_scheduler, 1);
        TimeSpan? ran = null;
        process.Receive(TimeSpan.FromSeconds(1), () => ran = process.Time.Elapsed);
        process.Pause();
        _scheduler.RunUntil(TimeSpan.FromSeconds(5));
        Assert.Null(ran);

        process.Resume();
        _scheduler.RunUntil(TimeSpan.FromSeconds(6));

        Assert.Equal(TimeSpan.FromSeconds(5), ran);
    }

    [Fact]
    public void Kill_Events_AreLost()
    {
        var process = new SimulatedProcess(_scheduler, 1);
        bool ran = false;
        process.Receive(TimeSpan.FromSeconds(1), () => ran = true);

        process.Kill();
        _scheduler.RunUntil(TimeSpan.FromSeconds(2));

        Assert.False(ran);
    }

    [Fact]
    public void Timer_ChangedOrDisposed_FiresAsSetLast()
    {
        var process = new SimulatedProcess(_scheduler, 1);
        var fired = new List<TimeSpan>();
        ITimer moved = process.Time.CreateTimer(_ => fired.Add(process.Time.Elapsed), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        ITimer gone = process.Time.CreateTimer(_ => fired.Add(TimeSpan.Zero), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        moved.Change(TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        gone.Dispose();
        _scheduler.RunUntil(TimeSpan.FromSeconds(3));

        Assert.Equal([TimeSpan.FromSeconds(2)], fired);
    }

    [Fact]
    public void Add_FromAnotherThread_IsRefusedAndRemembered()
    {
        var process = new SimulatedProcess(_scheduler, 1);
        bool ran = false;
        var thread = new Thread(() => process.Run(() => ran = true));

        thread.Start();
        thread.Join();
        _scheduler.RunUntil(TimeSpan.FromSeconds(1));

        Assert.False(ran);
        Assert.NotNull(_scheduler.Leak);
    }

    [Fact]
    public void RunUntil_EventsWithoutEndAtOneTime_GetsStuck()
    {
        var process = new SimulatedProcess(_scheduler, 1);
        process.Receive(TimeSpan.FromSeconds(1), Again);

        _scheduler.RunUntil(TimeSpan.FromSeconds(2));

        Assert.True(_scheduler.IsStuck);
        Assert.Equal(TimeSpan.FromSeconds(1), process.Time.Elapsed);

        void Again() => process.Run(Again);
    }

    private static int[] OrderOf(ulong seed)
    {
        var scheduler = new SeededScheduler(new SeededDraws(seed));
        var process = new SimulatedProcess(scheduler, 1);
        var order = new List<int>();
        for (int number = 0; number < 20; number++)
        {
            int known = number;
            process.Receive(TimeSpan.FromSeconds(1), () => order.Add(known));
        }

        scheduler.RunUntil(TimeSpan.FromSeconds(1));
        return [.. order];
    }
}
