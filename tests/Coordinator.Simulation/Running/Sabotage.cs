namespace RingPerf.Coordination.Simulation.Running;

/// <summary>A deliberate defect of the agents, to see that the checks find it.</summary>
internal enum Sabotage
{
    /// <summary>No defect.</summary>
    None,

    /// <summary>An agent goes by the members that it read first, for ever.</summary>
    StaleMembers,

    /// <summary>An agent that cannot read takes everything.</summary>
    EverythingWhenLost,

    /// <summary>An agent that cannot read keeps the share it had.</summary>
    LastShareWhenLost,

    /// <summary>An agent's beats do not reach the store.</summary>
    NoBeats,

    /// <summary>An agent polls a hundred times a second while the store fails.</summary>
    HotLoop,

    /// <summary>An agent takes one item too few.</summary>
    OneItemLess,

    /// <summary>An agent never ends its calls by a deadline.</summary>
    NoDeadline,
}
