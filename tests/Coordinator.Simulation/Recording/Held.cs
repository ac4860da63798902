namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>An agent stopped working, or goes on with the share it had.</summary>
/// <param name="At">When.</param>
/// <param name="Agent">Whose.</param>
/// <param name="Works">Whether it works from now on.</param>
/// <param name="Forgets">Whether the share is gone for good.</param>
internal sealed record Held(TimeSpan At, string Agent, bool Works, bool Forgets) : HistoryEntry(At)
{
    private protected override string Text() => $"{Agent} {(Works ? "goes on" : Forgets ? "ends" : "pauses")}";
}
