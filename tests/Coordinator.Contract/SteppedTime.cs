using Microsoft.Extensions.Time.Testing;

namespace RingPerf.Coordination.Contract;

/// <summary>A clock that passes in small steps, and runs what falls due before a step ends.</summary>
/// <remarks>A step never jumps over the timer that another one sets, so a chain of waits takes the time it says.</remarks>
public sealed class SteppedTime : FakeTimeProvider
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public void Pass(double seconds) => Pass(TimeSpan.FromSeconds(seconds));

    public void Pass(TimeSpan time)
    {
        // Continuations only run inside the timer's callback where no synchronization context claims them, and xunit sets one.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            for (TimeSpan left = time; left > TimeSpan.Zero; left -= Step)
            {
                Advance(left < Step ? left : Step);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
