namespace RingPerf.Coordination;

/// <summary>A watch on one kind of change in one group, made by <see cref="ICoordinationDriver.WatchAsync"/>.</summary>
/// <remarks>A watch compares with the members it last saw itself, so it reports what changed since it was made, once.</remarks>
public sealed class MembershipWatch
{
    private HashSet<MemberId> _seen;

    internal MembershipWatch(
        string groupId, MembershipChange change, Action<MembershipEvent> callback, IEnumerable<MemberId> members)
    {
        GroupId = groupId;
        Change = change;
        Callback = callback;
        _seen = [.. members];
    }

    /// <summary>The group watched.</summary>
    public string GroupId { get; }

    /// <summary>The kind of change reported.</summary>
    public MembershipChange Change { get; }

    internal Action<MembershipEvent> Callback { get; }

    /// <summary>Takes the members as seen, and gives the changes of this watch's kind by ascending member.</summary>
    internal MembershipEvent[] Advance(HashSet<MemberId> members)
    {
        IEnumerable<MemberId> changed = Change == MembershipChange.Joined ? members.Except(_seen) : _seen.Except(members);
        MembershipEvent[] events = [.. changed.Order().Select(member => new MembershipEvent(GroupId, member, Change))];
        _seen = members;
        return events;
    }
}
