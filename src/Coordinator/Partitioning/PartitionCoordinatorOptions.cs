namespace RingPerf.Coordination;

/// <summary>How a <see cref="PartitionCoordinator"/> finds its group and its place on the ring. Read once, by its constructor.</summary>
public sealed class PartitionCoordinatorOptions
{
    /// <summary>The back end's URL, as tooz reads it. Null or empty means none: the agent is alone and everything is its own.</summary>
    public string? BackendUrl { get; set; }

    /// <summary>This agent's name, valid UTF-16 and kept as its UTF-8. Null or empty means a new UUID.</summary>
    public string? MemberId { get; set; }

    /// <summary>How a member's name becomes its labels on the ring; the same for the whole fleet, or shares overlap in silence.
    /// <see cref="LabelFormat.PythonBytes"/> unless set: what every current aodh fleet hashes.</summary>
    public LabelFormat Labels { get; set; } = LabelFormat.PythonBytes;

    /// <summary>Points of each member on the ring; the same for the whole fleet; aodh's 100 unless set.</summary>
    public int Replicas { get; set; } = 100;

    /// <summary>The wait after the first failed join; each further one is twice as long. 1 s unless set; above zero.</summary>
    public TimeSpan RetryBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two joins. 30 s unless set; above zero.</summary>
    public TimeSpan MaxRetryInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a stop waits for the back end. 5 s unless set; above zero.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    internal void Check()
    {
        CheckAboveZero(RetryBackoff, nameof(RetryBackoff));
        CheckAboveZero(MaxRetryInterval, nameof(MaxRetryInterval));
        CheckAboveZero(StopTimeout, nameof(StopTimeout));
        if (Replicas < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Replicas), Replicas, $"Replicas is {Replicas}; it must be at least 1.");
        }

        if (!Enum.IsDefined(Labels))
        {
            throw new ArgumentOutOfRangeException(nameof(Labels), Labels, $"Labels is {Labels}; it must be Plain or PythonBytes.");
        }
    }

    private static void CheckAboveZero(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must be above zero.");
        }
    }
}
