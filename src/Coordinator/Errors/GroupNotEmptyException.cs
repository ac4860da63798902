namespace RingPerf.Coordination;

/// <summary>The group to delete still has members.</summary>
/// <param name="groupId">The group.</param>
public sealed class GroupNotEmptyException(string groupId)
    : CoordinationException($"The group '{groupId}' still has members; only an empty group can be deleted.")
{
    /// <summary>The group.</summary>
    public string GroupId { get; } = groupId;
}
