namespace RingPerf.Coordination.Etcd;

public sealed partial class EtcdDriver
{
    /// <inheritdoc/>
    public async ValueTask WaitForChangeAsync(CancellationToken cancellationToken = default)
    {
        if (!IsStarted)
        {
            throw new DriverStateException($"{nameof(WaitForChangeAsync)} needs a started driver; this one is not started.");
        }

        await _streams.ChangedAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void OnWatchesChanged()
    {
        if (IsStarted)
        {
            FollowWatches();
        }
    }

    private void FollowWatches() => _streams.Follow(Watches.Select(watch => watch.GroupId));
}
