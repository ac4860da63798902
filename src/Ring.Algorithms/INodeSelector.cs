namespace RingPerf.Algorithms;

/// <summary>Gives each key one of a fixed set of nodes.</summary>
/// <remarks>Implementations are immutable: any number of threads may read one without a lock.</remarks>
public interface INodeSelector
{
    /// <summary>The nodes in the given order; an answer is an index into this list.</summary>
    IReadOnlyList<string> Nodes { get; }

    /// <summary>Bytes of the tables that a lookup reads; names of nodes are not counted.</summary>
    long MemoryBytes { get; }

    /// <summary>The node of a key that is hashed already.</summary>
    /// <param name="key">A hash whose 64 bits are all as good as random.</param>
    /// <returns>An index into <see cref="Nodes"/>, -1 where there are none.</returns>
    int GetNodeIndex(ulong key);
}
