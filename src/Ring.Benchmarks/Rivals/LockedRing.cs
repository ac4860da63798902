namespace RingPerf.Benchmarks.Rivals;

/// <summary>A ring that readers share and a change excludes them from: <see cref="ReaderWriterLockSlim"/>, as many libraries do.</summary>
internal sealed class LockedRing(HashRing ring) : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private HashRing _ring = ring;

    internal string? GetNode(string key)
    {
        _lock.EnterReadLock();
        try
        {
            return _ring.GetNode(key);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    internal void Update(Func<HashRing, HashRing> update)
    {
        _lock.EnterWriteLock();
        try
        {
            _ring = update(_ring);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public void Dispose() => _lock.Dispose();
}
