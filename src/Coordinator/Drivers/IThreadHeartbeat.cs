namespace RingPerf.Coordination;

/// <summary>A driver that can beat on the calling thread alone, without the thread pool.</summary>
/// <remarks>A process whose pool is starved runs no timer and no continuation, so a beat that needs them comes too late and the member
/// expires. One that blocks a thread of its own does not.</remarks>
public interface IThreadHeartbeat
{
    /// <summary>Keeps the member alive, as <see cref="ICoordinationDriver.HeartbeatAsync"/> does; blocks until it is done.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How long it stays alive from now without another beat.</returns>
    /// <exception cref="DriverStateException">The driver is not started.</exception>
    /// <exception cref="CoordinationException">The back end refused or did not answer.</exception>
    TimeSpan Heartbeat(CancellationToken cancellationToken = default);
}
