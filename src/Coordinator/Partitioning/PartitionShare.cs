namespace RingPerf.Coordination;

/// <summary>An agent's items, and the membership that they follow from.</summary>
/// <param name="State">Where the agent stood.</param>
/// <param name="Members">The members that the ring was built over, by ascending bytes; empty where there was no ring.</param>
/// <param name="Items">Its items, in the order given.</param>
/// <typeparam name="T">Type of an item.</typeparam>
public readonly record struct PartitionShare<T>(PartitionState State, IReadOnlyList<MemberId> Members, IReadOnlyList<T> Items);
