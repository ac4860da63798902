using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>Something that must hold in every run.</summary>
internal interface IRule
{
    /// <summary>Looks at the next entry of a history.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isQuiet">Whether the last change was longer ago than an effect of it may last.</param>
    IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet);
}
