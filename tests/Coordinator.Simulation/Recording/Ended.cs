namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>A call of the coordinator ended.</summary>
/// <param name="At">When.</param>
/// <param name="Agent">Whose.</param>
/// <param name="Call">Which.</param>
/// <param name="Took">How long the agent, not paused, waited for it.</param>
/// <param name="Longest">The longest that it may take.</param>
/// <param name="Escaped">What it raised, where it should not; else null.</param>
internal sealed record Ended(TimeSpan At, string Agent, string Call, TimeSpan Took, TimeSpan Longest, string? Escaped) : HistoryEntry(At)
{
    private protected override string Text() =>
        $"{Agent} {Call} took {Took.TotalSeconds:0.######} s{(Escaped is null ? "" : " and raised " + Escaped)}";
}
