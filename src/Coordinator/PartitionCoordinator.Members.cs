using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    private int _nameCollided;

    /// <summary>Reads a group that this agent joined, and joins it again where it was removed.</summary>
    /// <returns>Whether the group lists it; true where it has not joined the group, or has left it.</returns>
    internal async ValueTask<bool> RefreshAsync(string groupId, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _session) is not { } session || !session.Joined.ContainsKey(groupId))
        {
            return true;
        }

        return await ReadRingAsync(session, groupId, unlessLeft: true, cancellationToken).ConfigureAwait(false) is not null
            || !session.Joined.ContainsKey(groupId);
    }

    /// <summary>The ring over the members, or null where the back end fails.</summary>
    /// <param name="session">The session.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="unlessLeft">Whether the read gives up, with null, where the agent's user takes it out of the group meanwhile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async ValueTask<GroupRing?> ReadRingAsync(
        PartitionSession session, string groupId, bool unlessLeft, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(session.Driver.Timeout, _time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, session.Stopping, cancellationToken);
        try
        {
            GroupReading read = await _rejoining
                .ExecuteAsync(token => ReadMembersWithSelfAsync(session, groupId, unlessLeft, token), any.Token).ConfigureAwait(false);
            GroupRing ring = RingOver(session, groupId, read);
            Observe(session, groupId, PartitionState.Member, read.Members);
            if (_failures.End(BackendOperation.Read + groupId))
            {
                _logger.MembersReadable(groupId);
            }

            return ring;
        }
        catch (GroupLeftException)
        {
            return null;
        }
        catch (Exception e) when (e is not MemberNotInGroupException && BackendFailure.Is(e, cancellationToken))
        {
            if (!session.Stopping.IsCancellationRequested)
            {
                LogLevel level = _failures.Level(BackendOperation.Read + groupId, e);
                _logger.MembersUnreadable(level, e, groupId);
                Observe(session, groupId, PartitionState.BackendLost, read: null);
            }

            return null;
        }
    }

    private async ValueTask<GroupReading> ReadMembersWithSelfAsync(
        PartitionSession session, string groupId, bool unlessLeft, CancellationToken cancellationToken)
    {
        if (session.Driver.IsStarted)
        {
            await JoinAsync(session, groupId, again: false, cancellationToken, unlessLeft).ConfigureAwait(false);
        }

        GroupReading read = await ReadMembersAsync(session, groupId, unlessLeft, cancellationToken).ConfigureAwait(false);
        if (!read.Lists(MemberId))
        {
            _logger.SelfMissing(MemberId, groupId);
            Observe(session, groupId, PartitionState.Rejoining, read.Members);
            await JoinAsync(session, groupId, again: true, cancellationToken, unlessLeft).ConfigureAwait(false);
            read = await ReadMembersAsync(session, groupId, unlessLeft, cancellationToken).ConfigureAwait(false);
        }

        return read.Lists(MemberId) ? read : throw new MemberNotInGroupException(groupId, MemberId, read.Members);
    }

    /// <summary>The members by ascending bytes; a group that is gone is made and joined anew, once.</summary>
    private async ValueTask<GroupReading> ReadMembersAsync(
        PartitionSession session, string groupId, bool unlessLeft, CancellationToken cancellationToken)
    {
        using Activity? activity = CoordinatorActivities.Start(BackendOperation.Read, groupId, _metrics.Backend);
        try
        {
            GroupReading read;
            try
            {
                read = await ReadAsync(session.Driver, groupId, cancellationToken).ConfigureAwait(false);
            }
            catch (GroupNotCreatedException)
            {
                await JoinAsync(session, groupId, again: true, cancellationToken, unlessLeft).ConfigureAwait(false);
                read = await ReadAsync(session.Driver, groupId, cancellationToken).ConfigureAwait(false);
            }

            activity?.SetTag("members", read.Members.Length);
            return read;
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            activity.Fail(e);
            _metrics.Error(BackendOperation.Read, e);
            throw;
        }
    }

    private async ValueTask<GroupReading> ReadAsync(ICoordinationDriver driver, string groupId, CancellationToken cancellationToken) =>
        _weight is null
            ? GroupReading.Of(await driver.GetMembersAsync(groupId, cancellationToken).ConfigureAwait(false))
            : GroupReading.Of(await driver.GetMembersWithCapabilitiesAsync(groupId, cancellationToken).ConfigureAwait(false));

    private GroupRing RingOver(PartitionSession session, string groupId, GroupReading read)
    {
        if (session.Rings.TryGetValue(groupId, out GroupRing? last) && last.Read.IsSameAs(read))
        {
            return last;
        }

        if (_logger.IsEnabled(LogLevel.Debug))
        {
            _logger.MembersRead(groupId, string.Join(", ", read.Members), MemberId);
        }

        GroupRing ring = GroupRing.Build(read, MemberId, _ringOptions);
        ReportCollisions(ring, groupId);
        session.Rings[groupId] = ring;
        return ring;
    }

    private void ReportCollisions(GroupRing ring, string groupId)
    {
        RingCollision[] collisions = ring.GetCollisions();
        ViewOf(groupId).Collisions = collisions.Length;
        if (collisions.Length > 0)
        {
            _logger.RingCollides(collisions.Length, groupId);
        }

        RingCollision[] own = [.. collisions.Where(collision => collision.Winner == ring.Self || collision.Loser == ring.Self)];
        if (own.Length > 0 && !_name.IsDrawn && Interlocked.Exchange(ref _nameCollided, 1) == 0)
        {
            int other = own[0].Winner == ring.Self ? own[0].Loser : own[0].Winner;
            _logger.NameCollides(MemberId, own.Length, groupId, ring.Ring.Nodes[other]);
        }
    }
}
