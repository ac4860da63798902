namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>An agent's driver called the store.</summary>
internal sealed record Called(TimeSpan At, string Agent, string Operation) : HistoryEntry(At)
{
    private protected override string Text() => $"{Agent} calls {Operation}";
}
