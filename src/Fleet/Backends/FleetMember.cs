using RingPerf.Coordination;

namespace RingPerf.Fleet.Backends;

/// <summary>A member of the group.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Capabilities">What it says of itself.</param>
internal sealed record FleetMember(MemberId Id, MemberCapabilities Capabilities);
