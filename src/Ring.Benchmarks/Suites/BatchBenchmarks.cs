using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

/// <remarks>An invocation looks up the same million keys at any batch size, so that sizes alone differ, not the keys' way from memory.</remarks>
[Suite("What does a key cost in a batch, by batch size?")]
public class BatchBenchmarks
{
    private const int Replicas = 100;

    private readonly int[] _found = new int[MillionKeys.Count];
    private KeyStream _keys = null!;
    private HashRing _ring = null!;

    [Params(100, 1000)]
    public int Nodes { get; set; }

    [Params(1, 16, 64, 1024, MillionKeys.Count)]
    public int BatchSize { get; set; }

    [GlobalSetup(Targets = [nameof(One), nameof(Md5Utf8), nameof(Md5Strings)])]
    public void SetUpMd5() => SetUp(HashFunction.Md5);

    [GlobalSetup(Target = nameof(XxHash3Utf8))]
    public void SetUpXxHash3() => SetUp(HashFunction.XxHash3);

    [Benchmark(Baseline = true, Description = "one by one/utf8", OperationsPerInvoke = MillionKeys.Count)]
    public int One()
    {
        ReadOnlySpan<byte> utf8 = _keys.Utf8;
        ReadOnlySpan<int> offsets = _keys.Offsets;
        for (int i = 0; i < _found.Length; i++)
        {
            _found[i] = _ring.GetNodeIndex(utf8[offsets[i]..offsets[i + 1]]);
        }

        return _found[0];
    }

    [Benchmark(Description = "md5/utf8", OperationsPerInvoke = MillionKeys.Count)]
    public int Md5Utf8() => Utf8();

    [Benchmark(Description = "md5/string[]", OperationsPerInvoke = MillionKeys.Count)]
    public int Md5Strings()
    {
        ReadOnlySpan<string> keys = _keys.Texts;
        for (int first = 0; first < _found.Length; first += BatchSize)
        {
            _ring.GetNodeIndices(keys.Slice(first, BatchSize), _found.AsSpan(first, BatchSize));
        }

        return _found[0];
    }

    [Benchmark(Description = "xxhash3/utf8", OperationsPerInvoke = MillionKeys.Count)]
    public int XxHash3Utf8() => Utf8();

    private void SetUp(HashFunction hash)
    {
        string[] nodes = NodeNames.Take(Nodes);
        _keys = MillionKeys.Uuids();
        _ring = new HashRing(nodes, new HashRingOptions { Replicas = Replicas, Hash = hash });
        RivalCheck.SameBatches(_ring, _keys, MillionKeys.Checked, BatchSize);
        if (hash == HashFunction.Md5)
        {
            RivalCheck.SameNodes("the naive port", new NaivePortRing(nodes, Replicas).GetNode, _ring, _keys.Texts[..MillionKeys.Checked]);
        }
    }

    private int Utf8()
    {
        ReadOnlySpan<byte> utf8 = _keys.Utf8;
        ReadOnlySpan<int> offsets = _keys.Offsets;
        for (int first = 0; first < _found.Length; first += BatchSize)
        {
            _ring.GetNodeIndices(utf8, offsets.Slice(first, BatchSize + 1), _found.AsSpan(first, BatchSize));
        }

        return _found[0];
    }
}
