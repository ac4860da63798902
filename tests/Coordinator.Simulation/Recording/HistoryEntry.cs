using System.Globalization;

namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>Something that happened in a run.</summary>
/// <param name="At">When, since the run began.</param>
internal abstract record HistoryEntry(TimeSpan At)
{
    /// <summary>One line of the trace.</summary>
    public sealed override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.TotalSeconds,12:0.000000} {Text()}");

    private protected abstract string Text();
}
