namespace RingPerf;

/// <summary>How a <see cref="HashRing"/> is built: replica count, label format, hash, search and collision rule.</summary>
/// <remarks>The defaults give the very ring of OpenStack's <c>aodh.coordination.HashRing</c> over <c>str</c> nodes. Values are
/// checked by the ring's constructor.</remarks>
public sealed record HashRingOptions
{
    /// <summary>Points (virtual nodes) placed for each node; at least 1, 100 unless set.</summary>
    public int Replicas { get; init; } = 100;

    /// <summary>How a node's name becomes the text that is hashed; <see cref="LabelFormat.Plain"/> unless set.</summary>
    public LabelFormat Labels { get; init; } = LabelFormat.Plain;

    /// <summary>The function that gives keys and labels their positions; <see cref="HashFunction.Md5"/> unless set.</summary>
    public HashFunction Hash { get; init; } = HashFunction.Md5;

    /// <summary>How the owner of a position is found; <see cref="SearchAlgorithm.Auto"/> unless set. Never changes an answer.</summary>
    public SearchAlgorithm Search { get; init; } = SearchAlgorithm.Auto;

    /// <summary>Which of two nodes owns a position both hash to; <see cref="CollisionRule.LastWins"/> unless set.</summary>
    public CollisionRule Collisions { get; init; } = CollisionRule.LastWins;
}
