namespace RingPerf.Coordination.Simulation.Scheduling;

/// <summary>A timer of a process; it fires once, as every timer of the coordinator does.</summary>
internal sealed class SimulatedTimer(SimulatedProcess process, TimerCallback callback, object? state) : ITimer
{
    private int _setting;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
        {
            throw new NotSupportedException($"The period is {period}; a simulated timer fires once.");
        }

        int setting = ++_setting;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            process.Receive(dueTime, () => Fire(setting));
        }

        return true;
    }

    public void Dispose() => _setting++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire(int setting)
    {
        if (setting == _setting)
        {
            callback(state);
        }
    }
}
