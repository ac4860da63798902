namespace RingPerf.Concurrency.Soak;

/// <summary>The latest changes by version, so that a reader can look up what it was told. Writers wait before they overtake the follower.</summary>
internal sealed class Generations
{
    private const int Kept = 1024;

    private readonly RingChange?[] _changes = new RingChange?[Kept];
    private long _followed = 1;

    /// <summary>The newest version that was checked.</summary>
    internal long Followed => Volatile.Read(ref _followed);

    /// <summary>Whether there is room for a change; one that is made then finds its slot free.</summary>
    internal bool HasRoom(long version, int writers) => version - Followed < (Kept / 2) - writers;

    /// <summary>Keeps a change that was made.</summary>
    /// <exception cref="SoakException">Its version was given out before.</exception>
    internal void Keep(RingChange change)
    {
        RingChange? before = Interlocked.Exchange(ref _changes[change.Version % Kept], change);
        if (before is not null && before.Version != change.Version - Kept)
        {
            throw new SoakException($"version {change.Version} came to the place of version {before.Version}");
        }
    }

    /// <summary>The change that made a version; null where it is not kept yet, or no longer.</summary>
    internal RingChange? Find(long version) =>
        Volatile.Read(ref _changes[version % Kept]) is { } change && change.Version == version ? change : null;

    /// <summary>Checks the next change against the one before it: exactly one node more, one less, or one of another weight.</summary>
    /// <returns>False where the next change is not there yet.</returns>
    /// <exception cref="SoakException">It does not follow from the one before.</exception>
    internal bool FollowOne(ref HashRing last)
    {
        long version = _followed + 1;
        if (Find(version) is not { } change)
        {
            return false;
        }

        if (!ReferenceEquals(change.Before, last))
        {
            throw new SoakException($"version {version} is not built on version {version - 1}");
        }

        int nodes = change.After.Nodes.Count - change.Before.Nodes.Count;
        int others = change.Before.Nodes.Except(change.After.Nodes).Count() + change.After.Nodes.Except(change.Before.Nodes).Count();
        if (nodes is < -1 or > 1 || others != Math.Abs(nodes))
        {
            throw new SoakException($"version {version} changes {others} nodes");
        }

        last = change.After;
        Volatile.Write(ref _followed, version);
        return true;
    }
}
