using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    // Whoever ends a session or a membership does so first and is observed then, so that what it overtook finds out within the gate.
    private readonly Lock _observing = new();

    private readonly ConcurrentDictionary<string, GroupView> _views = new(StringComparer.Ordinal);

    /// <summary>Cancelled when this agent's membership of <see cref="GroupId"/> is lost; see
    /// <see cref="GetMembershipLost"/>.</summary>
    public CancellationToken MembershipLost => GetMembershipLost();

    /// <summary>A token for work that this agent does as a member of a group.</summary>
    /// <remarks>
    /// <para>Cancelled when a read of the group does not list this agent, when no heartbeat has succeeded for the membership timeout, and
    /// when it leaves or stops. Membership begins with the first read that lists this agent, and has a new token each time that it is
    /// regained; while there is none, the token is a cancelled one. Without a back end, membership cannot be lost.</para>
    /// <para>It tells soon, not in time: work that must not run twice needs a guard of its own.</para>
    /// </remarks>
    /// <param name="groupId">The group; null for <see cref="GroupId"/>.</param>
    /// <returns>A token that is cancelled already where the agent is no member of the group.</returns>
    /// <exception cref="ArgumentException">No group is given and the options name none.</exception>
    public CancellationToken GetMembershipLost(string? groupId = null)
    {
        string group = Named(groupId);
        return _url is null ? CancellationToken.None : ViewOf(group).Lost;
    }

    /// <summary>What this agent last saw of a group.</summary>
    /// <param name="groupId">The group; null for <see cref="GroupId"/>.</param>
    /// <returns>The last snapshot; version 1, without members, before the first read.</returns>
    /// <exception cref="ArgumentException">No group is given and the options name none.</exception>
    public MembershipSnapshot GetMembership(string? groupId = null) => ViewOf(Named(groupId)).Current;

    /// <summary>What this agent sees of a group: the present snapshot, then each change of state or members.</summary>
    /// <remarks>Who is slow gets the latest and misses what came between. Changes are seen by polls, and in a host every
    /// <see cref="PartitionCoordinatorOptions.CheckWatchersInterval"/>. Ends when the coordinator is disposed.</remarks>
    /// <param name="groupId">The group; null for <see cref="GroupId"/>.</param>
    /// <param name="cancellationToken">Ends it by <see cref="OperationCanceledException"/>.</param>
    /// <returns>Snapshots by ascending version.</returns>
    /// <exception cref="ArgumentException">No group is given and the options name none.</exception>
    public IAsyncEnumerable<MembershipSnapshot> WatchMembershipAsync(
        string? groupId = null, CancellationToken cancellationToken = default) =>
        ViewOf(Named(groupId)).WatchAsync(cancellationToken);

    /// <summary>The time since a read of the group last listed this agent; null where none has.</summary>
    internal TimeSpan? ListedAge(string groupId) => ViewOf(groupId).ListedAt is { } at ? _time.GetElapsedTime(at) : null;

    /// <summary>Whether this agent holds a membership of a group that it has not lost.</summary>
    internal bool IsMemberOf(string groupId) => !ViewOf(groupId).Lost.IsCancellationRequested;

    private string Named(string? groupId) =>
        groupId ?? GroupId ?? throw new ArgumentException(
            "No group is given, and the option GroupId names none; give a group or set the option.", nameof(groupId));

    private GroupView ViewOf(string groupId) => _views.GetOrAdd(groupId, NewView);

    private GroupView NewView(string groupId)
    {
        PartitionState state = IsActive ? PartitionState.Rejoining : PartitionState.Inactive;
        var view = new GroupView(new MembershipSnapshot(1, state, [], MemberId, _time.GetUtcNow()));
        if (Volatile.Read(ref _disposed) != 0)
        {
            view.End();
        }

        return view;
    }

    /// <summary>Takes what is true of every group, unless a stop or a start overtook it.</summary>
    /// <param name="session">The session it is true of; null where there is none.</param>
    /// <param name="state">Where the agent stands.</param>
    private void Observe(PartitionSession? session, PartitionState state)
    {
        lock (_observing)
        {
            if (!IsCurrent(session))
            {
                return;
            }

            Volatile.Write(ref _status, Look(state, []));
            foreach (GroupView view in _views.Values)
            {
                view.Show(state, read: null, MemberId, _time.GetUtcNow(), alive: false);
            }
        }
    }

    /// <summary>Takes what was seen of one group, unless a stop overtook it, or a leave a read.</summary>
    private void Observe(PartitionSession session, string groupId, PartitionState state, MemberId[]? read)
    {
        bool isMember = state == PartitionState.Member;
        bool alive = !_life.HasRunOut;
        GroupView view = ViewOf(groupId);
        (int Joined, int Left) moves;
        lock (_observing)
        {
            if (!IsCurrent(session) || (isMember && !session.Joined.ContainsKey(groupId)))
            {
                return;
            }

            PartitionStatus status = Look(state, read ?? []);
            Volatile.Write(ref _status, status);
            if (isMember)
            {
                view.ListedAt = _time.GetTimestamp();
            }

            moves = view.Show(state, read, MemberId, status.ObservedAt, alive);
        }

        if (isMember && _life.HasRunOut)
        {
            // It may have run out before there was a token to cancel.
            view.Lose();
        }

        _metrics.Changes(groupId, moves.Joined, moves.Left);
    }

    private bool IsCurrent(PartitionSession? session) => ReferenceEquals(session, Volatile.Read(ref _session));

    private PartitionStatus Look(PartitionState state, IReadOnlyList<MemberId> members) => new(state, members, _time.GetUtcNow());

    private void LoseMembership()
    {
        foreach (GroupView view in _views.Values)
        {
            view.Lose();
        }
    }

    private void EndWatches()
    {
        foreach (GroupView view in _views.Values)
        {
            view.End();
        }
    }

    private void OnPurged(string groupId, IReadOnlyList<MemberId> members)
    {
        _metrics.Purge(groupId, members.Count);
        if (_logger.IsEnabled(LogLevel.Information))
        {
            _logger.PeersPurged(string.Join(", ", members), groupId);
        }
    }
}
