using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;
using RingPerf.Benchmarks.Running;

namespace RingPerf.Benchmarks.Suites;

/// <remarks>Busy: a second thread reads the same keys without pause, a third adds or removes a node every millisecond. Where there are fewer than
/// three cores they also take turns, the same for all rows. Allocated bytes are those of all threads.</remarks>
[Suite("What does a lookup cost while other threads read and members change?")]
public class ConcurrencyBenchmarks : IDisposable
{
    private const int Nodes = 100;
    private const int Replicas = 100;
    private const string Newcomer = "newcomer";

    private readonly KeyStream _keys = KeyStream.Uuids();
    private readonly HashRing _first = new(NodeNames.Take(Nodes), Replicas);
    private ConcurrentHashRing _snapshots = null!;
    private LockedRing _locked = null!;
    private CachedRing _cached = null!;
    private OtherThreads? _others;

    [Params(false, true)]
    public bool Busy { get; set; }

    [GlobalSetup(Targets = [nameof(Plain), nameof(Snapshot)])]
    public void SetUpSnapshot()
    {
        _snapshots = new ConcurrentHashRing(_first);
        SetUp("ConcurrentHashRing", _snapshots.GetNode, update => _snapshots.Update(update));
    }

    [GlobalSetup(Target = nameof(Locked))]
    public void SetUpLocked()
    {
        _locked = new LockedRing(_first);
        SetUp("the locked ring", _locked.GetNode, _locked.Update);
    }

    [GlobalSetup(Target = nameof(Cached))]
    public void SetUpCached()
    {
        _cached = new CachedRing(_first);
        SetUp("the cached ring", _cached.GetNode, _cached.Update);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _others?.Dispose();
        _others = null;
        _locked?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "HashRing that never changes", OperationsPerInvoke = KeyStream.Block)]
    public int Plain()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _first.GetNode(key)!.Length;
        }

        return sum;
    }

    [Benchmark(Description = "ConcurrentHashRing", OperationsPerInvoke = KeyStream.Block)]
    public int Snapshot()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _snapshots.GetNode(key)!.Length;
        }

        return sum;
    }

    [Benchmark(Description = "ReaderWriterLockSlim", OperationsPerInvoke = KeyStream.Block)]
    public int Locked()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _locked.GetNode(key)!.Length;
        }

        return sum;
    }

    [Benchmark(Description = "ConcurrentDictionary of answers", OperationsPerInvoke = KeyStream.Block)]
    public int Cached()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _cached.GetNode(key)!.Length;
        }

        return sum;
    }

    private static HashRing Change(HashRing ring) => ring.IndexOf(Newcomer) < 0 ? ring.Add(Newcomer) : ring.Remove(Newcomer);

    private void SetUp(string rival, Func<string, string?> answer, Action<Func<HashRing, HashRing>> update)
    {
        RivalCheck.SameNodes(rival, answer, _first, _keys.Texts);
        update(Change);
        RivalCheck.SameNodes(rival, answer, _first.Add(Newcomer), _keys.Texts);
        update(Change);
        if (Busy)
        {
            var keys = KeyStream.Uuids();
            _others = OtherThreads.Start(() => Read(keys, answer), () => update(Change));
        }
    }

    private static void Read(KeyStream keys, Func<string, string?> answer)
    {
        foreach (string key in keys.NextTexts())
        {
            answer(key);
        }
    }
}
