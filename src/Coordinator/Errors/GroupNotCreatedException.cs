namespace RingPerf.Coordination;

/// <summary>The group does not exist.</summary>
/// <param name="groupId">The group.</param>
public sealed class GroupNotCreatedException(string groupId)
    : CoordinationException($"The group '{groupId}' does not exist.")
{
    /// <summary>The group.</summary>
    public string GroupId { get; } = groupId;
}
