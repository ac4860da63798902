using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does a ring cost to build, by nodes and replicas?")]
[PointLimit(1_000_000, Quick = 100_000)]
public class BuildBenchmarks
{
    private string[] _nodes = null!;

    [Params(10, 100, 1000)]
    public int Nodes { get; set; }

    [Params(10, 100, 1000)]
    public int Replicas { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _nodes = NodeNames.Take(Nodes);
        RivalCheck.SameNodes("the naive port", NaivePort().GetNode, Ring(), KeyStream.Uuids().NextTexts());
    }

    [Benchmark(Baseline = true, Description = "naive-port")]
    public object Naive() => NaivePort();

    [Benchmark(Description = "HashRing")]
    public HashRing Ring() => new(_nodes, Replicas);

    private NaivePortRing NaivePort() => new(_nodes, Replicas);
}
