using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does a ring cost to build, by nodes and replicas?")]
[PointLimit(1_000_000)]
public class BuildBenchmarks
{
    private string[] _nodes = null!;

    [Params(10, 100, 1000)]
    public int Nodes { get; set; }

    [Params(10, 100, 1000)]
    public int Replicas { get; set; }

    [GlobalSetup(Targets = [nameof(Ring), nameof(XxHash3Ring)])]
    public void SetUp() => _nodes = NodeNames.Take(Nodes);

    [GlobalSetup(Target = nameof(Naive))]
    public void SetUpNaive()
    {
        SetUp();
        RivalCheck.SameNodes("the naive port", NaivePort().GetNode, Ring(), KeyStream.Uuids().NextTexts());
    }

    [Benchmark(Baseline = true, Description = "naive-port")]
    [PointLimit(1_000_000, Quick = 100_000)]
    public object Naive() => NaivePort();

    [Benchmark(Description = "HashRing")]
    public HashRing Ring() => new(_nodes, Replicas);

    [Benchmark(Description = "HashRing/xxhash3")]
    public HashRing XxHash3Ring() => new(_nodes, new HashRingOptions { Replicas = Replicas, Hash = HashFunction.XxHash3 });

    private NaivePortRing NaivePort() => new(_nodes, Replicas);
}
