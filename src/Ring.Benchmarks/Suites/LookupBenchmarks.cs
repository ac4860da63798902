using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does one lookup cost, by replica count, hash and key type?", TakesUserData = true)]
public class LookupBenchmarks
{
    private const int DefaultNodes = 10;

    private KeyStream _keys = null!;
    private HashRing _ring = null!;
    private NaivePortRing _naive = null!;

    public static IEnumerable<int> NodeCounts => [UserData.Nodes(DefaultNodes).Length];

    public static IEnumerable<string> KeySets => [UserData.KeysName];

    [ParamsSource(nameof(NodeCounts))]
    public int Nodes { get; set; }

    [ParamsSource(nameof(KeySets))]
    public string Keys { get; set; } = "";

    [Params(10, 100, 1000)]
    public int Replicas { get; set; }

    [GlobalSetup(Targets = [nameof(Naive), nameof(Md5String), nameof(Md5Utf8)])]
    public void SetUpMd5() => SetUp(HashFunction.Md5);

    [GlobalSetup(Targets = [nameof(Md5PlatformString), nameof(Md5PlatformUtf8)])]
    public void SetUpMd5Platform() => SetUp(HashFunction.Md5Platform);

    [GlobalSetup(Targets = [nameof(XxHash3String), nameof(XxHash3Utf8)])]
    public void SetUpXxHash3() => SetUp(HashFunction.XxHash3);

    [GlobalSetup(Targets = [nameof(XxHash64String), nameof(XxHash64Utf8)])]
    public void SetUpXxHash64() => SetUp(HashFunction.XxHash64);

    [GlobalSetup(Targets = [nameof(XxHash32String), nameof(XxHash32Utf8)])]
    public void SetUpXxHash32() => SetUp(HashFunction.XxHash32);

    [GlobalSetup(Targets = [nameof(Crc32String), nameof(Crc32Utf8)])]
    public void SetUpCrc32() => SetUp(HashFunction.Crc32);

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
    public int Md5String() => Strings();

    [Benchmark(Description = "md5/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Utf8() => Utf8();

    [Benchmark(Description = "md5-platform/string", OperationsPerInvoke = KeyStream.Block)]
    public int Md5PlatformString() => Strings();

    [Benchmark(Description = "md5-platform/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Md5PlatformUtf8() => Utf8();

    [Benchmark(Description = "xxhash3/string", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3String() => Strings();

    [Benchmark(Description = "xxhash3/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3Utf8() => Utf8();

    [Benchmark(Description = "xxhash64/string", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash64String() => Strings();

    [Benchmark(Description = "xxhash64/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash64Utf8() => Utf8();

    [Benchmark(Description = "xxhash32/string", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash32String() => Strings();

    [Benchmark(Description = "xxhash32/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash32Utf8() => Utf8();

    [Benchmark(Description = "crc32/string", OperationsPerInvoke = KeyStream.Block)]
    public int Crc32String() => Strings();

    [Benchmark(Description = "crc32/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Crc32Utf8() => Utf8();

    private void SetUp(HashFunction hash)
    {
        string[] nodes = UserData.Nodes(DefaultNodes);
        _keys = UserData.Keys();
        _ring = new HashRing(nodes, new HashRingOptions { Replicas = Replicas, Hash = hash });
        if (hash is HashFunction.Md5 or HashFunction.Md5Platform)
        {
            _naive = new NaivePortRing(nodes, Replicas);
            RivalCheck.SameNodes("the naive port", _naive.GetNode, _ring, _keys.Texts);
        }
    }

    private int Strings()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _ring.GetNode(key)!.Length;
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
            sum += _ring.GetNode(utf8[offsets[i]..offsets[i + 1]])!.Length;
        }

        return sum;
    }
}
