namespace RingPerf;

/// <summary>A ring and its version, read together.</summary>
/// <remarks>Immutable, so any number of threads may read one.</remarks>
public sealed class RingSnapshot
{
    internal RingSnapshot(HashRing ring, long version)
    {
        Ring = ring;
        Version = version;
    }

    /// <summary>The ring as it was published.</summary>
    public HashRing Ring { get; }

    /// <summary>1 for the first ring, one more with every change.</summary>
    public long Version { get; }
}
