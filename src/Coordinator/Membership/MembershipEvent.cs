namespace RingPerf.Coordination;

/// <summary>A member seen to have joined or left a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Member">The member.</param>
/// <param name="Change">What happened to it.</param>
public readonly record struct MembershipEvent(string GroupId, MemberId Member, MembershipChange Change);
