namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>What happened in a run, in its order.</summary>
internal sealed class History
{
    private readonly List<HistoryEntry> _entries = [];

    internal IReadOnlyList<HistoryEntry> Entries => _entries;

    internal void Add(HistoryEntry entry) => _entries.Add(entry);
}
