namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>A poll gave a share, which the agent works on until the next one.</summary>
/// <param name="At">When.</param>
/// <param name="Agent">Whose.</param>
/// <param name="Self">Its name in the group.</param>
/// <param name="Members">The members that the poll read last; null where that failed.</param>
/// <param name="Items">The share: items by number.</param>
/// <param name="State">What the coordinator said of itself.</param>
/// <param name="HoldsMembership">Whether the agent holds a membership whose loss it would be told.</param>
internal sealed record Answered(
    TimeSpan At, string Agent, string Self, IReadOnlyList<string>? Members, IReadOnlyList<int> Items, PartitionState State,
    bool HoldsMembership) : HistoryEntry(At)
{
    private protected override string Text()
    {
        string view = Members is null ? "could not read" : $"sees [{string.Join(' ', Members)}]";
        return $"{Agent}{(Self == Agent ? "" : " as " + Self)} {view}, takes {Items.Count} items, {State}{(HoldsMembership ? "" : ", lost")}";
    }
}
