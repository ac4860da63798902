namespace RingPerf.Concurrency.Interleaving;

/// <summary>A call of a ring as its caller saw it.</summary>
/// <param name="Thread">Who called.</param>
/// <param name="Kind">What was called.</param>
/// <param name="Node">The node or key it was about.</param>
/// <param name="From">The version that held before the call.</param>
/// <param name="To">The version that held after it.</param>
internal sealed record RingCall(int Thread, RingCallKind Kind, string Node, long From, long To)
{
    /// <summary>The change that the call made; null where it made none.</summary>
    internal RingChange? Change { get; init; }

    /// <summary>What a reader was told; null where it was no reader.</summary>
    internal string? Answer { get; init; }

    /// <summary>What a reader of the whole ring got.</summary>
    internal RingSnapshot? Snapshot { get; init; }
}
