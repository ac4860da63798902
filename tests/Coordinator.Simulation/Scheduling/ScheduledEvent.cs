namespace RingPerf.Coordination.Simulation.Scheduling;

/// <summary>Something that happens in a process at a time.</summary>
/// <param name="Owner">The process.</param>
/// <param name="Action">What happens.</param>
/// <param name="Context">What awaits inside it come back to; null for a timer or an answer, whose continuations are posted.</param>
internal readonly record struct ScheduledEvent(SimulatedProcess Owner, Action Action, SynchronizationContext? Context);
