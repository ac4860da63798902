using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    /// <summary>Joins a group, creating it where it is missing; tries until it succeeds or is cancelled.</summary>
    /// <remarks>After the n-th failure it waits <c>min(MaxRetryInterval, RetryBackoff × 2^(n-1))</c>. A group that has a member of this
    /// agent's name already counts as joined, with a warning. Without effect where there is no group, or the coordinator is
    /// inactive.</remarks>
    /// <param name="groupId">The group; null for <see cref="GroupId"/>.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, or the coordinator was stopped.</exception>
    /// <exception cref="ArgumentException">The group id has a lone surrogate, or the back end cannot hold it.</exception>
    public async ValueTask JoinGroupAsync(string? groupId, CancellationToken cancellationToken = default)
    {
        groupId ??= GroupId;
        if (string.IsNullOrEmpty(groupId) || Volatile.Read(ref _session) is not { } session)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Stopping, cancellationToken);
        await _joining.ExecuteAsync(token => JoinOnceAsync(session, groupId, token), either.Token).ConfigureAwait(false);
    }

    /// <summary>Leaves a group that this agent joined; a failure is logged, and the agent then expires there.</summary>
    /// <remarks>The next poll of the group joins it again, so stop polling first.</remarks>
    /// <param name="groupId">The group; null for <see cref="GroupId"/>. No group, or one not joined, is without effect.</param>
    /// <param name="cancellationToken">Ends the wait; the group counts as left all the same.</param>
    public async ValueTask LeaveGroupAsync(string? groupId, CancellationToken cancellationToken = default)
    {
        groupId ??= GroupId;
        if (!string.IsNullOrEmpty(groupId) && Volatile.Read(ref _session) is { } session && session.Joined.ContainsKey(groupId))
        {
            await session.LeaveAsync(groupId, cancellationToken).ConfigureAwait(false);
            Observe(session, groupId, PartitionState.Rejoining, read: null);
        }
    }

    private async ValueTask JoinOnceAsync(PartitionSession session, string groupId, CancellationToken cancellationToken)
    {
        try
        {
            await ConnectAsync(session, retry: true, cancellationToken).ConfigureAwait(false);
            await JoinAsync(session, groupId, again: true, cancellationToken).ConfigureAwait(false);
            _failures.End(BackendOperation.Join);
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            LogLevel level = _failures.Level(BackendOperation.Join, e);
            _logger.JoinFailed(level, e, groupId);
            throw;
        }
    }

    private async ValueTask JoinAsync(
        PartitionSession session, string groupId, bool again, CancellationToken cancellationToken, bool unlessLeft = false)
    {
        if (!again && session.Joined.ContainsKey(groupId))
        {
            return;
        }

        using Activity? activity = CoordinatorActivities.Start(BackendOperation.Join, groupId, _metrics.Backend);
        try
        {
            if (_life.HasRunOut)
            {
                // A member without life would be removed again before its next heartbeat.
                await BeatAsync(session, cancellationToken).ConfigureAwait(false);
            }

            await session.JoinAsync(groupId, again, unlessLeft, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            activity.Fail(e);
            _metrics.Error(BackendOperation.Join, e);
            throw;
        }
    }
}
