using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does a preference list cost by its length, and what do zones add?")]
public class PreferenceBenchmarks
{
    private const int Nodes = 100;
    private const int Replicas = 100;
    private const int Zones = 5;

    private readonly KeyStream _keys = KeyStream.Uuids();
    private readonly int[] _zones = [.. Enumerable.Range(0, Nodes).Select(node => node % Zones)];
    private HashRing _ring = null!;
    private NaivePortRing _naive = null!;
    private int[] _found = [];

    [Params(1, 3, 5)]
    public int Count { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        string[] nodes = NodeNames.Take(Nodes);
        _ring = new HashRing(nodes, Replicas);
        _naive = new NaivePortRing(nodes, Replicas);
        _found = new int[KeyStream.Block * Count];
        ReadOnlySpan<int> offsets = _keys.NextOffsets();
        _ring.GetNodes(_keys.Utf8, offsets, Count, _found);
        RivalCheck.SameLists("the naive port", key => _naive.GetNodes(key, Count), _ring, _keys.Texts[..KeyStream.Block], _found);
    }

    [Benchmark(Baseline = true, Description = "naive-port/string", OperationsPerInvoke = KeyStream.Block)]
    public int Naive()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _naive.GetNodes(key, Count).Count;
        }

        return sum;
    }

    [Benchmark(Description = "md5/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Utf8()
    {
        ReadOnlySpan<byte> utf8 = _keys.Utf8;
        ReadOnlySpan<int> offsets = _keys.NextOffsets();
        int sum = 0;
        for (int i = 0; i + 1 < offsets.Length; i++)
        {
            sum += _ring.GetNodes(utf8[offsets[i]..offsets[i + 1]], _found.AsSpan(0, Count));
        }

        return sum;
    }

    [Benchmark(Description = "md5/utf8, five zones", OperationsPerInvoke = KeyStream.Block)]
    public int AcrossZones()
    {
        ReadOnlySpan<byte> utf8 = _keys.Utf8;
        ReadOnlySpan<int> offsets = _keys.NextOffsets();
        int sum = 0;
        for (int i = 0; i + 1 < offsets.Length; i++)
        {
            sum += _ring.GetNodesAcrossZones(utf8[offsets[i]..offsets[i + 1]], _found.AsSpan(0, Count), _zones);
        }

        return sum;
    }

    [Benchmark(Description = "batch md5/utf8", OperationsPerInvoke = KeyStream.Block)]
    public int Batch() => _ring.GetNodes(_keys.Utf8, _keys.NextOffsets(), Count, _found);

    [Benchmark(Description = "batch md5/string[]", OperationsPerInvoke = KeyStream.Block)]
    public int BatchOfStrings() => _ring.GetNodes(_keys.NextTexts(), Count, _found);
}
