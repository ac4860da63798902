using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    /// <summary>The items that are this agent's own, in the order given.</summary>
    /// <remarks>
    /// <para>Reads the members, joins the group where this agent is not in it, and looks every item up on the ring over the members,
    /// which is kept while they stay the same. All of it ends within the URL's <c>timeout</c>.</para>
    /// <para>Empty where the back end fails; the failure is logged and seen in <see cref="Status"/>. Where the group is null or empty,
    /// or the coordinator is inactive, the input itself if it is a list, else a copy. Allocates the share, and little else.</para>
    /// </remarks>
    /// <param name="groupId">The group.</param>
    /// <param name="universalSet">Every item of the group's work; read once. Duplicates stay.</param>
    /// <param name="key">An item's text, the same for every agent and in every run; what Python gives by <c>str()</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <exception cref="MemberNotInGroupException">The group did not list this agent after five joins.</exception>
    /// <exception cref="ArgumentException">A key is null or has a lone surrogate; the message has the item's index.</exception>
    public async ValueTask<IReadOnlyList<T>> ExtractMySubsetAsync<T>(
        string? groupId, IEnumerable<T> universalSet, Func<T, string> key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(universalSet);
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        if (string.IsNullOrEmpty(groupId) || Volatile.Read(ref _session) is not { } session)
        {
            return PassThrough(groupId, universalSet);
        }

        GroupRing? ring = await ReadRingAsync(session, groupId, cancellationToken).ConfigureAwait(false);
        T[] share = ring is null ? [] : Share.Of(ring.Ring, ring.Self, universalSet, key);
        _logger.ShareExtracted(groupId, share.Length);
        return share;
    }

    private IReadOnlyList<T> PassThrough<T>(string? groupId, IEnumerable<T> universalSet)
    {
        if (!string.IsNullOrEmpty(groupId) && Interlocked.Exchange(ref _passedThrough, 1) == 0)
        {
            _logger.PassingThrough();
        }

        return universalSet as IReadOnlyList<T> ?? [.. universalSet];
    }

    /// <summary>The ring over the members, or null where the back end fails.</summary>
    private async ValueTask<GroupRing?> ReadRingAsync(PartitionSession session, string groupId, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(session.Driver.Timeout, _time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, session.Stopping, cancellationToken);
        try
        {
            MemberId[] members = await _rejoining
                .ExecuteAsync(token => ReadMembersWithSelfAsync(session, groupId, token), any.Token).ConfigureAwait(false);
            GroupRing ring = RingOver(session, groupId, members);
            Observe(PartitionState.Member, members);
            return ring;
        }
        catch (Exception e) when (e is not MemberNotInGroupException && BackendFailure.Is(e, cancellationToken))
        {
            if (!session.Stopping.IsCancellationRequested)
            {
                _logger.MembersUnreadable(e, groupId);
                Observe(PartitionState.BackendLost, []);
            }

            return null;
        }
    }

    private async ValueTask<MemberId[]> ReadMembersWithSelfAsync(
        PartitionSession session, string groupId, CancellationToken cancellationToken)
    {
        if (session.Driver.IsStarted)
        {
            await session.JoinAsync(groupId, again: false, cancellationToken).ConfigureAwait(false);
        }

        MemberId[] members = await ReadMembersAsync(session, groupId, cancellationToken).ConfigureAwait(false);
        if (!IsListed(members))
        {
            _logger.SelfMissing(MemberId, groupId);
            Observe(PartitionState.Rejoining, members);
            await session.JoinAsync(groupId, again: true, cancellationToken).ConfigureAwait(false);
            members = await ReadMembersAsync(session, groupId, cancellationToken).ConfigureAwait(false);
        }

        return IsListed(members) ? members : throw new MemberNotInGroupException(groupId, MemberId, members);
    }

    /// <summary>The members by ascending bytes; a group that is gone is made and joined anew, once.</summary>
    private static async ValueTask<MemberId[]> ReadMembersAsync(
        PartitionSession session, string groupId, CancellationToken cancellationToken)
    {
        IReadOnlyList<MemberId> members;
        try
        {
            members = await session.Driver.GetMembersAsync(groupId, cancellationToken).ConfigureAwait(false);
        }
        catch (GroupNotCreatedException)
        {
            await session.JoinAsync(groupId, again: true, cancellationToken).ConfigureAwait(false);
            members = await session.Driver.GetMembersAsync(groupId, cancellationToken).ConfigureAwait(false);
        }

        return [.. members.Distinct().Order()];
    }

    private bool IsListed(MemberId[] members) => Array.BinarySearch(members, MemberId) >= 0;

    private GroupRing RingOver(PartitionSession session, string groupId, MemberId[] members)
    {
        if (session.Rings.TryGetValue(groupId, out GroupRing? last) && last.Members.AsSpan().SequenceEqual(members))
        {
            return last;
        }

        if (_logger.IsEnabled(LogLevel.Debug))
        {
            _logger.MembersRead(groupId, string.Join(", ", members), MemberId);
        }

        GroupRing ring = GroupRing.Build(members, MemberId, _ringOptions);
        int collisions = ring.CountCollisions();
        if (collisions > 0)
        {
            _logger.RingCollides(collisions, groupId);
        }

        session.Rings[groupId] = ring;
        return ring;
    }
}
