namespace RingPerf.Coordination.Simulation.Running;

/// <summary>What to simulate.</summary>
/// <param name="Seed">Draws the fleet, its faults and the order of events.</param>
/// <param name="Sabotage">A deliberate defect.</param>
/// <param name="Traces">Whether to give the trace.</param>
/// <param name="PollsRarely">Whether agents poll so rarely that the contract's window is too short, see docs/coordinator.md.</param>
internal sealed record RunRequest(ulong Seed, Sabotage Sabotage = Sabotage.None, bool Traces = false, bool PollsRarely = false);
