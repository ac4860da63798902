namespace RingPerf.Coordination;

/// <summary>How a <see cref="PartitionCoordinator"/> finds its group and its place on the ring. Read once, by its constructor.</summary>
public sealed class PartitionCoordinatorOptions
{
    /// <summary>The back end's URL, as tooz reads it. Null or empty means none: the agent is alone and everything is its own.</summary>
    public string? BackendUrl { get; set; }

    /// <summary>The group that a call means which names none, and that a host joins. Null or empty means none.</summary>
    public string? GroupId { get; set; }

    /// <summary>This agent's name, valid UTF-16 and kept as its UTF-8. Null or empty means a new UUID, drawn again where its labels on
    /// the ring collide with a member's.</summary>
    public string? MemberId { get; set; }

    /// <summary>How a member's name becomes its labels on the ring; the same for the whole fleet, or shares overlap in silence.
    /// <see cref="LabelFormat.PythonBytes"/> unless set: what every current aodh fleet hashes.</summary>
    public LabelFormat Labels { get; set; } = LabelFormat.PythonBytes;

    /// <summary>Points of each member on the ring; the same for the whole fleet; aodh's 100 unless set.</summary>
    public int Replicas { get; set; } = 100;

    /// <summary>How much of the work this agent takes, beside the others' weights: its points are this multiple of
    /// <see cref="Replicas"/>, and at least one. Null, unless set, for a group without weights, which is what aodh's agents are.</summary>
    /// <remarks>In a group with weights every agent must have one: it is told to the others as tooz's <c>join_partitioned_group</c> does,
    /// and a member that tells none counts as 1. An agent without one, and every agent of aodh, splits as if all were 1.</remarks>
    public double? Weight { get; set; }

    /// <summary>In a host, the time between two heartbeats; at most a third of the membership timeout. 1 s unless set.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>In a host, the time between two reads of the group that no poll asked for: they feed
    /// <see cref="PartitionCoordinator.WatchMembershipAsync"/> and put an agent back that was removed. 10 s unless set.</summary>
    public TimeSpan CheckWatchersInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after the first failed join; each further one is twice as long. 1 s unless set.</summary>
    public TimeSpan RetryBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two joins. 30 s unless set.</summary>
    public TimeSpan MaxRetryInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>In a host, the longest that its start waits for the back end; the tries then go on behind it. 5 s unless set.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that a stop waits for the back end. 5 s unless set.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
