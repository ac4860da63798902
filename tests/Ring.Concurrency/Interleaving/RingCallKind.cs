namespace RingPerf.Concurrency.Interleaving;

/// <summary>The calls that threads make.</summary>
internal enum RingCallKind
{
    /// <summary>Adds a node, or is refused because it is there.</summary>
    Add,

    /// <summary>Removes a node, or is refused because it is not there.</summary>
    Remove,

    /// <summary>Adds a node unless it is there.</summary>
    TryAdd,

    /// <summary>Removes a node if it is there.</summary>
    TryRemove,

    /// <summary>Doubles a node's weight if it is there.</summary>
    Reweight,

    /// <summary>Asks for a key's node.</summary>
    GetNode,

    /// <summary>Takes the ring with its version.</summary>
    Snapshot,
}
