namespace RingPerf.Coordination.Simulation.Interleaving;

/// <summary>What a program calls on its coordinator.</summary>
internal enum AgentCallKind
{
    Start,
    Stop,
    Join,
    Leave,
    Heartbeat,
    Poll,
    Refresh,
    Dispose,
}
