namespace RingPerf.Coordination;

/// <summary>This agent joined a group again and again, and the group still does not list it, so its share is unknown.</summary>
/// <param name="groupId">The group.</param>
/// <param name="memberId">This agent's name.</param>
/// <param name="members">The members that the group listed last.</param>
/// <exception cref="ArgumentNullException"><paramref name="members"/> is null.</exception>
public sealed class MemberNotInGroupException(string groupId, MemberId memberId, IReadOnlyList<MemberId> members)
    : CoordinationException(
        $"The group '{groupId}' does not list this agent, '{memberId}', after it joined; its members are [{Listed(members)}].")
{
    /// <summary>The group.</summary>
    public string GroupId { get; } = groupId;

    /// <summary>This agent's name.</summary>
    public MemberId MemberId { get; } = memberId;

    /// <summary>The members that the group listed last.</summary>
    public IReadOnlyList<MemberId> Members { get; } = members;

    private static string Listed(IReadOnlyList<MemberId> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return string.Join(", ", members.Select(member => $"'{member}'"));
    }
}
