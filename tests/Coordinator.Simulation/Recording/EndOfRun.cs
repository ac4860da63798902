namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>The run is over.</summary>
internal sealed record EndOfRun(TimeSpan At) : HistoryEntry(At)
{
    private protected override string Text() => "end";
}
