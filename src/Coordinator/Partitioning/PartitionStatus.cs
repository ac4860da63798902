namespace RingPerf.Coordination;

/// <summary>What an agent knew of its group when it last looked.</summary>
/// <param name="State">Where it stood.</param>
/// <param name="Members">The members, by ascending bytes; empty where it could not read them.</param>
/// <param name="ObservedAt">When it looked.</param>
public sealed record PartitionStatus(PartitionState State, IReadOnlyList<MemberId> Members, DateTimeOffset ObservedAt);
