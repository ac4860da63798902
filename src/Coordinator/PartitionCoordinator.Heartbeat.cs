namespace RingPerf.Coordination;

public sealed partial class PartitionCoordinator
{
    /// <summary>As <see cref="HeartbeatAsync"/>, on the calling thread: for a thread that does nothing but beat, so that a starved
    /// thread pool does not end this agent's membership.</summary>
    /// <remarks>Blocks. Without the pool it does where the driver is an <see cref="IThreadHeartbeat"/>, once it is started.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void Heartbeat(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _session) is not { } session)
        {
            return;
        }

        if (session.Driver is not IThreadHeartbeat { } driver || !session.Driver.IsStarted)
        {
            HeartbeatAsync(cancellationToken).AsTask().GetAwaiter().GetResult();
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Stopping, cancellationToken);
        try
        {
            driver.Heartbeat(either.Token);
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            if (!session.Stopping.IsCancellationRequested)
            {
                _logger.HeartbeatFailed(e);
            }
        }
    }
}
