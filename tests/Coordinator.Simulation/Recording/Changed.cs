namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>Something changed that a share depends on, from which the contract's window counts.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Agent">Whose; null where it is the store's.</param>
/// <param name="Lasts">True where it begins to last, false where such a one ends, null for a moment.</param>
internal sealed record Changed(TimeSpan At, ChangeKind Kind, string? Agent = null, bool? Lasts = null) : HistoryEntry(At)
{
    private protected override string Text() =>
        $"-- {Kind}{(Agent is null ? "" : " " + Agent)}{Lasts switch { true => " begins", false => " ends", null => "" }}";
}
