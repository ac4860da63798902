namespace RingPerf.Coordination;

/// <summary>What an agent knew of a group at one moment. Immutable.</summary>
/// <param name="Version">Counts the changes of state or members that this agent saw in the group, from 1; a reader that finds a gap
/// has missed some.</param>
/// <param name="State">Where the agent stood.</param>
/// <param name="Members">The members, by ascending bytes; empty where it could not read them.</param>
/// <param name="Self">The agent's own name.</param>
/// <param name="ObservedAt">When it looked.</param>
public sealed record MembershipSnapshot(
    long Version, PartitionState State, IReadOnlyList<MemberId> Members, MemberId Self, DateTimeOffset ObservedAt);
