namespace RingPerf.Coordination.Tests;

/// <summary>Another clock as one process sees it: while it is paused no timer of it runs, and then all that are due at once.</summary>
internal sealed class PausableTime(TimeProvider time) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Action> _held = [];
    private bool _isPaused;

    public override long TimestampFrequency => time.TimestampFrequency;

    internal void Pause()
    {
        lock (_gate)
        {
            _isPaused = true;
        }
    }

    internal void Resume()
    {
        Action[] held;
        lock (_gate)
        {
            _isPaused = false;
            held = [.. _held];
            _held.Clear();
        }

        // As in SteppedTime: continuations run here only where no context claims them.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        foreach (Action callback in held)
        {
            callback();
        }

        SynchronizationContext.SetSynchronizationContext(context);
    }

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(_ => RunOrHold(() => callback(state)), null, dueTime, period);

    private void RunOrHold(Action callback)
    {
        lock (_gate)
        {
            if (_isPaused)
            {
                _held.Add(callback);
                return;
            }
        }

        callback();
    }
}
