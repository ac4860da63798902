namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>A poll gave a share, which the agent works on until the next one.</summary>
/// <param name="At">When.</param>
/// <param name="Agent">Whose.</param>
/// <param name="Members">The members that the poll read last; null where that failed.</param>
/// <param name="Items">The share: items by number.</param>
/// <param name="State">What the coordinator then said of itself.</param>
internal sealed record Answered(
    TimeSpan At, string Agent, IReadOnlyList<string>? Members, IReadOnlyList<int> Items, PartitionState State) : HistoryEntry(At)
{
    private protected override string Text() => Members is null
        ? $"{Agent} could not read, takes {Items.Count} items, {State}"
        : $"{Agent} sees [{string.Join(' ', Members)}], takes {Items.Count} items, {State}";
}
