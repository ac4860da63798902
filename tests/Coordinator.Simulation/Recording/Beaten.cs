namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>A heartbeat succeeded.</summary>
/// <param name="At">When its answer came.</param>
/// <param name="Agent">Whose.</param>
/// <param name="BegunAt">When it was sent.</param>
internal sealed record Beaten(TimeSpan At, string Agent, TimeSpan BegunAt) : HistoryEntry(At)
{
    private protected override string Text() => $"{Agent} is alive";
}
