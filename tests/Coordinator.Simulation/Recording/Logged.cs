using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Simulation.Recording;

/// <summary>The coordinator logged a warning or an error.</summary>
internal sealed record Logged(TimeSpan At, string Agent, LogLevel Level, int Id, string Name) : HistoryEntry(At)
{
    private protected override string Text() => $"{Agent} logs {Level} {Id} {Name}";
}
