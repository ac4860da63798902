namespace RingPerf.Coordination.Simulation.Scheduling;

/// <summary>The clocks of one process: the monotonic one is the scheduler's, the wall clock may be wrong.</summary>
internal sealed class SimulatedTime(SeededScheduler scheduler, SimulatedProcess process) : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2014, 8, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far the wall clock is off.</summary>
    internal TimeSpan WallClockError { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Time since the run began.</summary>
    internal TimeSpan Elapsed => new(scheduler.Now);

    public override long GetTimestamp() => scheduler.Now;

    public override DateTimeOffset GetUtcNow() => Beginning + Elapsed + WallClockError;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(process, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
