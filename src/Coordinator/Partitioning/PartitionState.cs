namespace RingPerf.Coordination;

/// <summary>Where an agent stands towards its group.</summary>
public enum PartitionState
{
    /// <summary>No back end is configured, or the coordinator is not started: everything is the agent's own.</summary>
    Inactive = 0,

    /// <summary>The last read of the group listed this agent.</summary>
    Member = 1,

    /// <summary>The last read of the group succeeded and did not list this agent, or there was none yet.</summary>
    Rejoining = 2,

    /// <summary>The last read of the group, or the connection to it, failed: nothing is the agent's own.</summary>
    BackendLost = 3,
}
