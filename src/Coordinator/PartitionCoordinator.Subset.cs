namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    /// <summary>The items that are this agent's own, in the order given.</summary>
    /// <remarks>The <see cref="PartitionShare{T}.Items"/> of <see cref="PollAsync"/>, which tells when they are empty and when they are
    /// everything.</remarks>
    /// <param name="groupId">The group; null for <see cref="GroupId"/>.</param>
    /// <param name="universalSet">Every item of the group's work; read once. Duplicates stay.</param>
    /// <param name="key">An item's text, the same for every agent and in every run; what Python gives by <c>str()</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <returns>The own items: none where the back end fails, all where there is no group or no back end.</returns>
    /// <exception cref="MemberNotInGroupException">The group did not list this agent after five joins.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="universalSet"/> or <paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is null or has a lone surrogate; the message has the item's index. Or the group id has a
    /// lone surrogate, or the back end cannot hold it.</exception>
    public async ValueTask<IReadOnlyList<T>> ExtractMySubsetAsync<T>(
        string? groupId, IEnumerable<T> universalSet, Func<T, string> key, CancellationToken cancellationToken = default) =>
        (await PollAsync(groupId, universalSet, key, cancellationToken).ConfigureAwait(false)).Items;

    /// <summary>The items that are this agent's own, in the order given, with the members among which they were split.</summary>
    /// <remarks>
    /// <para>Reads the members, joins the group where this agent is not in it, and looks every item up on the ring over the members,
    /// which is kept while they stay the same. All of it ends within the URL's <c>timeout</c>.</para>
    /// <para>Empty where the back end fails; the failure is logged, once while it lasts, and seen in <see cref="Status"/>. Where there is
    /// no group, or the coordinator is inactive, the input itself if it is a list, else a copy. Allocates the share, and little
    /// else.</para>
    /// </remarks>
    /// <param name="groupId">The group; null for <see cref="GroupId"/>.</param>
    /// <param name="universalSet">Every item of the group's work; read once. Duplicates stay.</param>
    /// <param name="key">An item's text, the same for every agent and in every run; what Python gives by <c>str()</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <returns>State, members and own items, all of one read.</returns>
    /// <exception cref="MemberNotInGroupException">The group did not list this agent after five joins.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="universalSet"/> or <paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is null or has a lone surrogate; the message has the item's index. Or the group id has a
    /// lone surrogate, or the back end cannot hold it.</exception>
    public async ValueTask<PartitionShare<T>> PollAsync<T>(
        string? groupId, IEnumerable<T> universalSet, Func<T, string> key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(universalSet);
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        groupId ??= GroupId;
        if (string.IsNullOrEmpty(groupId) || Volatile.Read(ref _session) is not { } session)
        {
            return new PartitionShare<T>(PartitionState.Inactive, [], PassThrough(groupId, universalSet));
        }

        long begun = _time.GetTimestamp();
        GroupRing? ring = await ReadRingAsync(session, groupId, unlessLeft: false, cancellationToken).ConfigureAwait(false);
        int total = 0;
        T[] share = ring is null ? [] : Share.Of(ring.Ring, ring.Self, universalSet, key, out total);
        ViewOf(groupId).Share = (double)share.Length / total;
        _metrics.Extract(groupId, _time.GetElapsedTime(begun));
        _logger.ShareExtracted(groupId, share.Length);
        return ring is null
            ? new PartitionShare<T>(PartitionState.BackendLost, [], share)
            : new PartitionShare<T>(PartitionState.Member, ring.Members, share);
    }

    private IReadOnlyList<T> PassThrough<T>(string? groupId, IEnumerable<T> universalSet)
    {
        if (!string.IsNullOrEmpty(groupId) && Interlocked.Exchange(ref _passedThrough, 1) == 0)
        {
            _logger.PassingThrough();
        }

        return universalSet as IReadOnlyList<T> ?? [.. universalSet];
    }
}
