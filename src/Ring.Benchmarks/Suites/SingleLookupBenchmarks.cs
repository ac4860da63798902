using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does a lookup cost, alone and in a batch, by the size of the ring, nodes × replicas?")]
[PointLimit(10_000_000)]
public class SingleLookupBenchmarks
{
    private const int NaiveLimit = 1_000_000;
    private const int QuickNaiveLimit = 100_000;

    private readonly int[] _found = new int[KeyStream.Block];

    private KeyStream _keys = null!;
    private HashRing _ring = null!;
    private NaivePortRing _naive = null!;

    [Params(10, 100, 1000, 10_000)]
    public int Nodes { get; set; }

    [Params(100, 1000)]
    public int Replicas { get; set; }

    private string[] Names => NodeNames.Take(Nodes);

    [GlobalSetup(Target = nameof(Naive))]
    public void SetUpNaive()
    {
        SetUp(HashFunction.Md5);
        _naive = new NaivePortRing(Names, Replicas);
        RivalCheck.SameNodes("the naive port", _naive.GetNode, _ring, _keys.Texts[..MillionKeys.Checked]);
    }

    [GlobalSetup(Targets = [nameof(Md5String), nameof(Md5Utf8), nameof(Md5Batch)])]
    public void SetUpMd5() => SetUp(HashFunction.Md5);

    [GlobalSetup(Targets = [nameof(XxHash3String), nameof(XxHash3Utf8)])]
    public void SetUpXxHash3() => SetUp(HashFunction.XxHash3);

    [Benchmark(Description = "naive-port/string", OperationsPerInvoke = KeyStream.Block)]
    [PointLimit(NaiveLimit, Quick = QuickNaiveLimit)]
    public int Naive()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _naive.GetNode(key)!.Length;
        }

        return sum;
    }

    [Benchmark(Baseline = true, Description = "md5/string", OperationsPerInvoke = KeyStream.Block)]
    public int Md5String() => Strings();

    [Benchmark(Description = "md5/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Utf8() => Utf8();

    [Benchmark(Description = "md5/utf8, batch", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Batch()
    {
        _ring.GetNodeIndices(_keys.Utf8, _keys.NextOffsets(), _found);
        return _found[0];
    }

    [Benchmark(Description = "xxhash3/string", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3String() => Strings();

    [Benchmark(Description = "xxhash3/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3Utf8() => Utf8();

    private void SetUp(HashFunction hash)
    {
        _keys = MillionKeys.Uuids();
        _ring = new HashRing(Names, new HashRingOptions { Replicas = Replicas, Hash = hash });
    }

    private int Strings()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _ring.GetNodeIndex(key);
        }

        return sum;
    }

    private int Utf8()
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
}
