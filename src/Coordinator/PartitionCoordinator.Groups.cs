namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    /// <summary>Joins a group, creating it where it is missing; tries until it succeeds or is cancelled.</summary>
    /// <remarks>After the n-th failure it waits <c>min(MaxRetryInterval, RetryBackoff × 2^(n-1))</c>. A group that has a member of this
    /// agent's name already counts as joined, with a warning. Without effect where the group is null or empty, or the coordinator is
    /// inactive.</remarks>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, or the coordinator was stopped.</exception>
    /// <exception cref="ArgumentException">The group id has a lone surrogate, or the back end cannot hold it.</exception>
    public async ValueTask JoinGroupAsync(string? groupId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(groupId) || Volatile.Read(ref _session) is not { } session)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Stopping, cancellationToken);
        await _joining.ExecuteAsync(token => JoinOnceAsync(session, groupId, token), either.Token).ConfigureAwait(false);
    }

    /// <summary>Leaves a group that this agent joined; a failure is logged, and the agent then expires there.</summary>
    /// <param name="groupId">The group; null, empty or one not joined is without effect.</param>
    /// <param name="cancellationToken">Ends the wait; the group counts as left all the same.</param>
    public async ValueTask LeaveGroupAsync(string? groupId, CancellationToken cancellationToken = default)
    {
        if (!string.IsNullOrEmpty(groupId) && Volatile.Read(ref _session) is { } session)
        {
            await session.LeaveAsync(groupId, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask JoinOnceAsync(PartitionSession session, string groupId, CancellationToken cancellationToken)
    {
        try
        {
            await ConnectAsync(session, cancellationToken).ConfigureAwait(false);
            await session.JoinAsync(groupId, again: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            _logger.JoinFailed(e, groupId);
            throw;
        }
    }
}
