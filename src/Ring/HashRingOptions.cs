namespace RingPerf;

/// <summary>How a <see cref="HashRing"/> is built: replica count, label format, hash, search and collision rule.</summary>
/// <remarks>The defaults give the very ring of OpenStack's <c>aodh.coordination.HashRing</c> over <c>str</c> nodes. Values are
/// checked by the ring's constructor.</remarks>
public sealed record HashRingOptions
{
    /// <summary>The ring of OpenStack's <c>tooz.hashring.HashRing</c> with its 32 partitions.</summary>
    public static HashRingOptions Tooz { get; } = new() { Profile = RingProfile.Tooz, Replicas = 32 };

    /// <summary>The ring of libmemcached's <c>KETAMA_WEIGHTED</c> and of spymemcached: 40 labels of four points.</summary>
    public static HashRingOptions Ketama { get; } = new() { Profile = RingProfile.Ketama, Replicas = 40 };

    /// <summary>The ring of Python's <c>uhashring.HashRing(hash_fn="ketama")</c> with its 40 vnodes of four points.</summary>
    public static HashRingOptions UhashringKetama { get; } = new() { Profile = RingProfile.UhashringKetama, Replicas = 40 };

    /// <summary>Whose labels, points and boundary; <see cref="RingProfile.Aodh"/> unless set.</summary>
    public RingProfile Profile { get; init; } = RingProfile.Aodh;

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
