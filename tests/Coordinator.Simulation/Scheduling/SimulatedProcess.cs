namespace RingPerf.Coordination.Simulation.Scheduling;

/// <summary>A process: what is posted to it and what its timers do runs while it runs, waits while it is paused, is lost when it dies.</summary>
internal sealed class SimulatedProcess : SynchronizationContext
{
    private readonly SeededScheduler _scheduler;
    private readonly List<ScheduledEvent> _held = [];

    internal SimulatedProcess(SeededScheduler scheduler, int number)
    {
        _scheduler = scheduler;
        Number = number;
        Time = new SimulatedTime(scheduler, this);
    }

    internal int Number { get; }

    internal SimulatedTime Time { get; }

    internal bool IsPaused { get; private set; }

    internal bool IsDead { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => Run(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A simulated process has one thread, so nothing can wait for another one.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs something in this process, now but after what runs already.</summary>
    internal void Run(Action action) => _scheduler.Add(TimeSpan.Zero, new ScheduledEvent(this, action, this));

    /// <summary>Something comes to this process from outside, after a time: a timer or an answer.</summary>
    internal void Receive(TimeSpan delay, Action action) => _scheduler.Add(delay, new ScheduledEvent(this, action, Context: null));

    /// <summary>Lets time pass for this process.</summary>
    internal Task PassAsync(TimeSpan time) => Task.Delay(time, Time);

    internal void Pause() => IsPaused = true;

    internal void Resume()
    {
        IsPaused = false;
        foreach (ScheduledEvent held in _held)
        {
            _scheduler.Add(TimeSpan.Zero, held);
        }

        _held.Clear();
    }

    internal void Kill()
    {
        IsDead = true;
        _held.Clear();
    }

    internal bool Admits(ScheduledEvent scheduled)
    {
        if (IsPaused && !IsDead)
        {
            _held.Add(scheduled);
        }

        return !IsPaused && !IsDead;
    }
}
