namespace RingPerf.Coordination.Simulation.Scheduling;

/// <summary>One thread and virtual time: events run in the order of their time, those of one time in an order drawn from the seed.</summary>
/// <remarks>Continuations are events too, so the seed also draws how calls interleave. Whatever comes from another thread is refused
/// and remembered in <see cref="Leak"/>: the run would depend on the machine.</remarks>
internal sealed class SeededScheduler(SeededDraws draws)
{
    private const ulong FingerprintPrime = 0x100_0000_01B3;

    // A fleet of ten does some hundred things at one time; what does more than this does not end.
    private const int MostEventsAtOneTime = 100_000;

    private readonly PriorityQueue<ScheduledEvent, (long At, ulong Draw)> _queue = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Ticks since the run began.</summary>
    internal long Now { get; private set; }

    internal long EventsRun { get; private set; }

    /// <summary>A hash of when each event ran and in which process.</summary>
    internal ulong Fingerprint { get; private set; } = 0xCBF2_9CE4_8422_2325;

    /// <summary>Where an event came from another thread; null where none did.</summary>
    internal string? Leak { get; private set; }

    /// <summary>Whether time stood still because events never ended, which ends the run.</summary>
    internal bool IsStuck { get; private set; }

    internal void Add(TimeSpan delay, ScheduledEvent scheduled)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Leak ??= Environment.StackTrace;
            return;
        }

        _queue.Enqueue(scheduled, (Now + Math.Max(0, delay.Ticks), draws.Next()));
    }

    /// <summary>Runs all events up to a time, that time included, unless it gets stuck.</summary>
    internal void RunUntil(TimeSpan end)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        try
        {
            int atOneTime = 0;
            while (!IsStuck && _queue.TryPeek(out _, out (long At, ulong Draw) next) && next.At <= end.Ticks)
            {
                atOneTime = next.At == Now ? atOneTime + 1 : 0;
                IsStuck = atOneTime > MostEventsAtOneTime;
                Now = next.At;
                Run(_queue.Dequeue());
            }

            Now = IsStuck ? Now : end.Ticks;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Run(ScheduledEvent scheduled)
    {
        if (!scheduled.Owner.Admits(scheduled))
        {
            return;
        }

        EventsRun++;
        Fingerprint = ((Fingerprint ^ (ulong)Now) * FingerprintPrime ^ (ulong)scheduled.Owner.Number) * FingerprintPrime;
        SynchronizationContext.SetSynchronizationContext(scheduled.Context);
        scheduled.Action();
    }
}
