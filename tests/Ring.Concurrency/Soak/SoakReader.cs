using System.Text;

namespace RingPerf.Concurrency.Soak;

/// <summary>Asks a ring that others change, and looks each answer up in the rings that were published at that time.</summary>
internal sealed class SoakReader(ConcurrentHashRing ring, Generations generations, int number)
{
    private const int Keys = 64;

    private readonly string[] _keys = [.. Enumerable.Range(0, Keys).Select(key => $"reader-{number}-key-{key}")];
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Keys).Select(key => $"reader-{number}-key-{key:00}")));
    private readonly int[] _offsets = new int[Keys + 1];
    private readonly int[] _owners = new int[Keys];
    private long _version;

    /// <summary>Answers that were looked up.</summary>
    internal long Answers { get; private set; }

    /// <summary>Answers whose rings were no longer kept when they came.</summary>
    internal long TooLate { get; private set; }

    /// <summary>Answers that came while the ring changed, so that more than one ring could have given them.</summary>
    internal long Crossed { get; private set; }

    /// <summary>Bytes that the reading thread allocated.</summary>
    internal long Allocated { get; private set; }

    /// <summary>Reads until it is told to stop.</summary>
    /// <exception cref="SoakException">An answer is not that of a ring that was published then.</exception>
    internal void Run(CancellationToken stop)
    {
        int length = _utf8.Length / Keys;
        for (int key = 0; key <= Keys; key++)
        {
            _offsets[key] = key * length;
        }

        // Once before it counts: what is compiled and filled at first use is no reader's.
        ReadOnce(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int turn = 0; !stop.IsCancellationRequested; turn++)
        {
            ReadOnce(turn % Keys);
        }

        Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void ReadOnce(int key)
    {
        CheckSnapshot();
        CheckName(_keys[key]);
    }

    private void CheckName(string key)
    {
        long from = ring.Version;
        string? name = ring.GetNode(key);
        long to = ring.Version;
        Advance(from);
        Advance(to);
        Crossed += from == to ? 0 : 1;
        for (long version = from; version <= to; version++)
        {
            if (WaitFor(version) is not { } published)
            {
                TooLate++;
                return;
            }

            if (ReferenceEquals(published.GetNode(key), name))
            {
                Answers++;
                return;
            }
        }

        throw new SoakException($"{key} belongs to {name} in no ring from version {from} to {to}");
    }

    private void CheckSnapshot()
    {
        RingSnapshot snapshot = ring.Current;
        Advance(snapshot.Version);
        snapshot.Ring.GetNodeIndices(_utf8, _offsets, _owners);
        if (WaitFor(snapshot.Version) is not { } published)
        {
            TooLate++;
            return;
        }

        bool same = ReferenceEquals(published, snapshot.Ring);
        for (int key = 0; key < Keys; key++)
        {
            same &= published.GetNodeIndex(_utf8.AsSpan(_offsets[key].._offsets[key + 1])) == _owners[key];
        }

        if (!same)
        {
            throw new SoakException($"the ring of version {snapshot.Version} is not the one that was published");
        }

        Answers += Keys;
    }

    private void Advance(long version)
    {
        if (version < _version)
        {
            throw new SoakException($"a reader saw version {version} after version {_version}");
        }

        _version = version;
    }

    // A change is published before its maker has kept it.
    private HashRing? WaitFor(long version)
    {
        SpinWait spin = default;
        while (generations.Find(version) is null && generations.Followed < version)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        return generations.Find(version)?.After;
    }
}
