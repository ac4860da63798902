namespace RingPerf.Coordination;

/// <summary>The group to create is there already.</summary>
/// <param name="groupId">The group.</param>
public sealed class GroupAlreadyExistsException(string groupId)
    : CoordinationException($"The group '{groupId}' exists already.")
{
    /// <summary>The group.</summary>
    public string GroupId { get; } = groupId;
}
