namespace RingPerf.Coordination;

/// <summary>The group has no member of this name.</summary>
/// <param name="groupId">The group.</param>
/// <param name="memberId">The name.</param>
public sealed class MemberNotJoinedException(string groupId, MemberId memberId)
    : CoordinationException($"The group '{groupId}' has no member '{memberId}'.")
{
    /// <summary>The group.</summary>
    public string GroupId { get; } = groupId;

    /// <summary>The name.</summary>
    public MemberId MemberId { get; } = memberId;
}
