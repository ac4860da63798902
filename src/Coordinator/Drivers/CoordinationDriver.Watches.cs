using System.Runtime.ExceptionServices;

namespace RingPerf.Coordination;

public abstract partial class CoordinationDriver
{
    private readonly List<MembershipWatch> _watches = [];
    private readonly SemaphoreSlim _watching = new(1, 1);

    /// <inheritdoc/>
    public IReadOnlyCollection<MembershipWatch> Watches
    {
        get
        {
            lock (_sets)
            {
                return [.. _watches];
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<MembershipWatch> WatchAsync(
        string groupId, MembershipChange change, Action<MembershipEvent> callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (!Enum.IsDefined(change))
        {
            throw new ArgumentOutOfRangeException(nameof(change), change, $"The change is {change}; it must be Joined or Left.");
        }

        Check(groupId);
        IReadOnlyList<MemberId> members = await GetMembersAsync(groupId, cancellationToken).ConfigureAwait(false);
        var watch = new MembershipWatch(groupId, change, callback, members);
        lock (_sets)
        {
            _watches.Add(watch);
        }

        OnWatchesChanged();
        return watch;
    }

    /// <inheritdoc/>
    public void Unwatch(MembershipWatch watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        lock (_sets)
        {
            if (!_watches.Remove(watch))
            {
                throw new WatchNotFoundException(watch);
            }
        }

        OnWatchesChanged();
    }

    /// <inheritdoc/>
    public async ValueTask RunWatchersAsync(CancellationToken cancellationToken = default)
    {
        CheckStarted();
        var reads = new List<(IEnumerable<MembershipWatch> Watches, HashSet<MemberId> Members)>();
        (MembershipWatch Watch, MembershipEvent Event)[] changes;
        await _watching.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (IGrouping<string, MembershipWatch> group in Watches.GroupBy(watch => watch.GroupId, StringComparer.Ordinal))
            {
                HashSet<MemberId> members = await ReadOrEmptyAsync(group.Key, cancellationToken).ConfigureAwait(false);
                if (!members.Contains(MemberId))
                {
                    Forget(group.Key);
                }

                reads.Add((group, members));
            }

            // Not before the last read, which may fail: what a watch has taken as seen is reported now or never.
            changes =
            [
                .. from read in reads
                   from watch in read.Watches
                   from change in watch.Advance(read.Members)
                   select (watch, change),
            ];
        }
        finally
        {
            _watching.Release();
        }

        // Outside the gate, so that a callback may call the driver, this method included.
        ExceptionDispatchInfo? first = null;
        foreach ((MembershipWatch watch, MembershipEvent change) in changes)
        {
            try
            {
                watch.Callback(change);
            }
            catch (Exception e)
            {
                first ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        first?.Throw();
    }

    /// <summary>A watch was made or removed; <see cref="Watches"/> has those that remain.</summary>
    protected virtual void OnWatchesChanged()
    {
    }

    private async ValueTask<HashSet<MemberId>> ReadOrEmptyAsync(string groupId, CancellationToken cancellationToken)
    {
        try
        {
            return [.. await GetMembersAsync(groupId, cancellationToken).ConfigureAwait(false)];
        }
        catch (GroupNotCreatedException)
        {
            return [];
        }
    }
}
