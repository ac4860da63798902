namespace RingPerf.Benchmarks.Inputs;

/// <summary>A million keys, more than any cache holds: for rings larger than a cache and for batches of any size.</summary>
internal static class MillionKeys
{
    internal const int Count = 1 << 20;

    /// <summary>Keys that are checked before a benchmark is timed.</summary>
    internal const int Checked = 4096;

    // Weak, since a million strings would slow the collections of suites that come later.
    private static readonly WeakReference<KeyStream> Shared = new(null!);

    internal static KeyStream Uuids()
    {
        if (!Shared.TryGetTarget(out KeyStream? keys))
        {
            keys = new KeyStream(SeededUuids.Take(Count));
            Shared.SetTarget(keys);
        }

        return keys;
    }
}
