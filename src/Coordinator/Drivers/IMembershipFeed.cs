namespace RingPerf.Coordination;

/// <summary>A driver whose back end tells of changes as they happen, so that watches need not wait for the next poll.</summary>
public interface IMembershipFeed
{
    /// <summary>Waits until a watched group may have changed since <see cref="ICoordinationDriver.RunWatchersAsync"/> last began.</summary>
    /// <remarks>It may end without a change, such as after a connection was made again, and is for one caller at a time. Groups without a
    /// watch are not heard of.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DriverStateException">The driver is not started.</exception>
    ValueTask WaitForChangeAsync(CancellationToken cancellationToken = default);
}
