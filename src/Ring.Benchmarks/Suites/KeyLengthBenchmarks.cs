using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does a lookup cost by key length, alone and in batches of 1024?")]
public class KeyLengthBenchmarks
{
    private const int Nodes = 100;
    private const int Replicas = 100;
    private const int BatchSize = 1024;

    private readonly int[] _found = new int[KeyStream.Block];
    private KeyStream _keys = null!;
    private HashRing _ring = null!;
    private NaivePortRing _naive = null!;

    [Params("8", "16", "36", "55", "56", "64", "100", "200", RandomKeys.Mixture, RandomKeys.Unicode)]
    public string Length { get; set; } = "";

    [GlobalSetup(Targets = [nameof(Naive), nameof(Md5String), nameof(Md5Utf8), nameof(Md5Strings), nameof(Md5Packed)])]
    public void SetUpMd5() => SetUp(HashFunction.Md5);

    [GlobalSetup(Targets = [nameof(XxHash3Utf8), nameof(XxHash3Packed)])]
    public void SetUpXxHash3() => SetUp(HashFunction.XxHash3);

    [Benchmark(Baseline = true, Description = "naive-port/string", OperationsPerInvoke = KeyStream.Block)]
    public int Naive()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _naive.GetNode(key)!.Length;
        }

        return sum;
    }

    [Benchmark(Description = "md5/string", OperationsPerInvoke = KeyStream.Block)]
    public int Md5String()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _ring.GetNodeIndex(key);
        }

        return sum;
    }

    [Benchmark(Description = "md5/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Utf8() => Utf8();

    [Benchmark(Description = "xxhash3/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3Utf8() => Utf8();

    [Benchmark(Description = "batch md5/string[]", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Strings()
    {
        ReadOnlySpan<string> keys = _keys.NextTexts();
        for (int first = 0; first < keys.Length; first += BatchSize)
        {
            _ring.GetNodeIndices(keys.Slice(first, BatchSize), _found.AsSpan(first, BatchSize));
        }

        return _found[0];
    }

    [Benchmark(Description = "batch md5/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Packed() => Packed();

    [Benchmark(Description = "batch xxhash3/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3Packed() => Packed();

    private void SetUp(HashFunction hash)
    {
        string[] nodes = NodeNames.Take(Nodes);
        _keys = RandomKeys.Of(Length);
        _ring = new HashRing(nodes, new HashRingOptions { Replicas = Replicas, Hash = hash });
        RivalCheck.SameBatches(_ring, _keys, _keys.Texts.Length, BatchSize);
        if (hash == HashFunction.Md5)
        {
            _naive = new NaivePortRing(nodes, Replicas);
            RivalCheck.SameNodes("the naive port", _naive.GetNode, _ring, _keys.Texts);
        }
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

    private int Packed()
    {
        ReadOnlySpan<byte> utf8 = _keys.Utf8;
        ReadOnlySpan<int> offsets = _keys.NextOffsets();
        for (int first = 0; first < KeyStream.Block; first += BatchSize)
        {
            _ring.GetNodeIndices(utf8, offsets.Slice(first, BatchSize + 1), _found.AsSpan(first, BatchSize));
        }

        return _found[0];
    }
}
