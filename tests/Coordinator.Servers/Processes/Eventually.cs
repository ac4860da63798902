using System.Diagnostics;
using System.Globalization;

namespace RingPerf.Coordination.Servers.Processes;

/// <summary>Waits in real time for what other processes do.</summary>
public static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is yes.</summary>
    /// <param name="condition">The question.</param>
    /// <param name="within">The longest wait, <see cref="MachineWait"/> apart.</param>
    /// <param name="otherwise">What to say where the answer stayed no.</param>
    /// <returns>How long it took.</returns>
    /// <exception cref="TimeoutException">The answer stayed no.</exception>
    public static async Task<TimeSpan> TrueAsync(Func<Task<bool>> condition, TimeSpan within, Func<string> otherwise)
    {
        MachineWait.Watch();
        long begun = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(begun);
            if (elapsed > within && MachineWait.Within(elapsed) is var waited && elapsed > within + waited)
            {
                throw new TimeoutException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Not within {within.TotalSeconds:0.###} s and {waited.TotalSeconds:0.###} s held up by the machine: {otherwise()}"));
            }

            await Task.Delay(Step);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, TimeSpan, Func{string})"/>
    public static Task<TimeSpan> TrueAsync(Func<bool> condition, TimeSpan within, Func<string> otherwise) =>
        TrueAsync(() => Task.FromResult(condition()), within, otherwise);
}
