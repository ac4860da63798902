namespace RingPerf.Coordination.Soak.Fleets;

/// <summary>What an agent is.</summary>
internal enum AgentKind
{
    /// <summary>The sample worker, a process of its own.</summary>
    DotNet,

    /// <summary>An agent of aodh's own coordinator, a process of its own.</summary>
    Python,

    /// <summary>A coordinator in this process.</summary>
    Simulated,
}
