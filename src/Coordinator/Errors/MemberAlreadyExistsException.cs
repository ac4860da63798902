namespace RingPerf.Coordination;

/// <summary>The group has a member of this name already.</summary>
/// <param name="groupId">The group.</param>
/// <param name="memberId">The name.</param>
public sealed class MemberAlreadyExistsException(string groupId, MemberId memberId)
    : CoordinationException($"The group '{groupId}' has a member '{memberId}' already.")
{
    /// <summary>The group.</summary>
    public string GroupId { get; } = groupId;

    /// <summary>The name.</summary>
    public MemberId MemberId { get; } = memberId;
}
