namespace RingPerf;

/// <summary>Whose ring a ring is: which labels a node has, where their points lie, and which point a key belongs to.</summary>
/// <remarks>Positions outlive a process, so the values are fixed and only ever appended to. All but <see cref="Aodh"/> take
/// <see cref="HashFunction.Md5"/>, <see cref="LabelFormat.Plain"/> and whole weights. Details in docs/profiles.md.</remarks>
public enum RingProfile
{
    /// <summary>OpenStack's <c>aodh.coordination.HashRing</c>: labels <c>node-r</c>, one 32-bit point each, the first point above the key's.</summary>
    Aodh = 0,

    /// <summary>OpenStack's <c>tooz.hashring.HashRing</c>, Ironic's and others': 128-bit points of the name repeated, the first point
    /// above the key's. <see cref="HashRingOptions.Replicas"/> are its <c>partitions</c>.</summary>
    /// <remarks>Lookups are exact to 128 bits. <see cref="HashRing.Positions"/>, arcs and <see cref="HashRing.GetNodeIndexAt"/> know the
    /// first 32 of them.</remarks>
    Tooz = 1,

    /// <summary>Ketama as libmemcached's <c>KETAMA_WEIGHTED</c> and spymemcached have it: four points a label <c>node-r</c>, the first
    /// point at or above the key's hash. <see cref="HashRingOptions.Replicas"/> are labels.</summary>
    /// <remarks><see cref="HashRing.GetPosition(string)"/> is one below the key's hash, wrapping: the first point at or above the hash
    /// is the first above that.</remarks>
    Ketama = 2,

    /// <summary>Python's <c>uhashring.HashRing(hash_fn="ketama")</c>: the points of <see cref="Ketama"/>, the first point above the
    /// key's hash. <see cref="HashRingOptions.Replicas"/> are its <c>vnodes</c>.</summary>
    UhashringKetama = 3,
}
