using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;
using RingPerf.Hashing;
using RingPerf.Search;

namespace RingPerf.Benchmarks.Suites;

[Suite("What do hash and search as type arguments save, against those chosen by options?")]
public class TypeArgumentBenchmarks
{
    private const int Nodes = 100;
    private const int Replicas = 100;

    private readonly int[] _found = new int[KeyStream.Block];
    private readonly KeyStream _keys = KeyStream.Uuids();
    private HashRing _ring = null!;
    private HashRing<Md5Hash, BucketSearch> _md5 = null!;
    private HashRing<XxHash3Hash, BucketSearch> _xxHash3 = null!;

    [GlobalSetup(Targets = [nameof(Md5Options), nameof(Md5Types), nameof(Md5StringOptions), nameof(Md5StringTypes), nameof(BatchOptions), nameof(BatchTypes)])]
    public void SetUpMd5()
    {
        _ring = new HashRing(NodeNames.Take(Nodes), Replicas);
        _md5 = new HashRing<Md5Hash, BucketSearch>(NodeNames.Take(Nodes), Replicas);
        RivalCheck.SameNodes("the ring of type arguments", _md5.GetNode, _ring, _keys.Texts);
    }

    [GlobalSetup(Targets = [nameof(XxHash3Options), nameof(XxHash3Types)])]
    public void SetUpXxHash3()
    {
        var options = new HashRingOptions { Replicas = Replicas, Hash = HashFunction.XxHash3 };
        _ring = new HashRing(NodeNames.Take(Nodes), options);
        _xxHash3 = new HashRing<XxHash3Hash, BucketSearch>(NodeNames.Take(Nodes), options);
        RivalCheck.SameNodes("the ring of type arguments", _xxHash3.GetNode, _ring, _keys.Texts);
    }

    [Benchmark(Baseline = true, Description = "md5/utf8, options", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Options() => ByOptions();

    [Benchmark(Description = "md5/utf8, types", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Types() => ByTypes(_md5);

    [Benchmark(Description = "md5/string, options", OperationsPerInvoke = KeyStream.Block)]
    public int Md5StringOptions()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _ring.GetNodeIndex(key);
        }

        return sum;
    }

    [Benchmark(Description = "md5/string, types", OperationsPerInvoke = KeyStream.Block)]
    public int Md5StringTypes()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _md5.GetNodeIndex(key);
        }

        return sum;
    }

    [Benchmark(Description = "xxhash3/utf8, options", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3Options() => ByOptions();

    [Benchmark(Description = "xxhash3/utf8, types", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3Types() => ByTypes(_xxHash3);

    [Benchmark(Description = "md5/utf8, batch, options", OperationsPerInvoke = KeyStream.Block)]
    public int BatchOptions()
    {
        _ring.GetNodeIndices(_keys.Utf8, _keys.NextOffsets(), _found);
        return _found[0];
    }

    [Benchmark(Description = "md5/utf8, batch, types", OperationsPerInvoke = KeyStream.Block)]
    public int BatchTypes()
    {
        _md5.GetNodeIndices(_keys.Utf8, _keys.NextOffsets(), _found);
        return _found[0];
    }

    private int ByOptions()
    {
        int sum = 0;
        ReadOnlySpan<byte> utf8 = _keys.Utf8;
        ReadOnlySpan<int> offsets = _keys.NextOffsets();
        for (int i = 0; i + 1 < offsets.Length; i++)
        {
            sum += _ring.GetNodeIndex(utf8[offsets[i]..offsets[i + 1]]);
        }

        return sum;
    }

    private int ByTypes<THash>(HashRing<THash, BucketSearch> ring) where THash : struct, IKeyHash<THash>
    {
        int sum = 0;
        ReadOnlySpan<byte> utf8 = _keys.Utf8;
        ReadOnlySpan<int> offsets = _keys.NextOffsets();
        for (int i = 0; i + 1 < offsets.Length; i++)
        {
            sum += ring.GetNodeIndex(utf8[offsets[i]..offsets[i + 1]]);
        }

        return sum;
    }
}
