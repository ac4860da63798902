namespace RingPerf.Coordination.Simulation.Running;

/// <summary>When an agent joins its group.</summary>
internal enum JoinHabit
{
    /// <summary>Its polls do.</summary>
    AtThePoll,

    /// <summary>First of all.</summary>
    BeforeThePolls,

    /// <summary>At the time of its first poll.</summary>
    BesideThePolls,
}
