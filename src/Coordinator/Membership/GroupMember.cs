namespace RingPerf.Coordination;

/// <summary>A member of a group, and what it says of itself.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Capabilities">Its value, as it was stored.</param>
public readonly record struct GroupMember(MemberId Id, MemberCapabilities Capabilities);
