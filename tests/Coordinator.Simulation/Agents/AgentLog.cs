using Microsoft.Extensions.Logging;
using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Agents;

/// <summary>Puts an agent's warnings and errors into the history.</summary>
internal sealed class AgentLog(string agent, TimeProvider time, History history) : WarningLog
{
    private readonly long _beginning = time.GetTimestamp();
    private readonly TimeSpan _before = new(time.GetTimestamp());

    protected override void Hear(LogLevel level, EventId id, Exception? error) =>
        history.Add(new Logged(_before + time.GetElapsedTime(_beginning), agent, level, id.Id, id.Name ?? ""));
}
