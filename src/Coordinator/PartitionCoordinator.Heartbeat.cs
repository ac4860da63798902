using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    /// <summary>Keeps this agent alive in its groups; connects first where the last start failed.</summary>
    /// <remarks>A failure is logged, once while it lasts, and not raised. It joins no group: an agent that expired rejoins at its next
    /// poll. Uses the thread pool only where the driver does.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask HeartbeatAsync(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _session) is not { } session)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Stopping, cancellationToken);
        try
        {
            await ConnectAsync(session, retry: true, either.Token).ConfigureAwait(false);
            await BeatAsync(session, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            if (!session.Stopping.IsCancellationRequested)
            {
                LogLevel level = _failures.Level(BackendOperation.Heartbeat, e);
                _logger.HeartbeatFailed(level, e);
            }
        }
    }

    /// <summary>Why heartbeats fail; null while they succeed.</summary>
    internal Exception? HeartbeatFailure => _failures.Last(BackendOperation.Heartbeat);

    /// <summary>Why a group cannot be read; null while it can.</summary>
    internal Exception? ReadFailure(string groupId) => _failures.Last(BackendOperation.Read + groupId);

    private async ValueTask BeatAsync(PartitionSession session, CancellationToken cancellationToken)
    {
        long begun = _life.Begin();
        try
        {
            TimeSpan holds = await session.Driver.HeartbeatAsync(cancellationToken).ConfigureAwait(false);
            Renew(session, begun, holds);
            _metrics.Heartbeat(_time.GetElapsedTime(begun), succeeded: true);
            if (_failures.End(BackendOperation.Heartbeat))
            {
                _logger.HeartbeatsResumed();
            }
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            _metrics.Heartbeat(_time.GetElapsedTime(begun), succeeded: false);
            _metrics.Error(BackendOperation.Heartbeat, e);
            throw;
        }
        finally
        {
            _life.End();
        }
    }

    private void Renew(PartitionSession session, long begun, TimeSpan holds)
    {
        lock (_observing)
        {
            if (!IsCurrent(session) || _life.Renew(begun, holds) is not { } ranOutAt)
            {
                return;
            }

            foreach (GroupView view in _views.Values)
            {
                view.Regain(ranOutAt);
            }
        }
    }

    private void OnLifeRanOut(MemberSilence silence)
    {
        if (silence.IsPause)
        {
            _logger.Paused(silence.Length, silence.Holds);
        }
        else
        {
            _logger.LifeRanOut(silence.Length, silence.Holds);
        }

        LoseMembership();
    }
}
