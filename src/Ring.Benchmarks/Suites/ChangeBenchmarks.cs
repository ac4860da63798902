using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

/// <remarks>One change an iteration, so that medians are those of single changes. A mean holds the collections that large arrays cause, and
/// the pages that the system hands out anew after them.</remarks>
[InvocationCount(1)]
[WarmupCount(60)]
[IterationCount(200)]
[GcForce(false)]
[Suite("What does it cost to add or remove one node, against a rebuild?")]
[PointLimit(1_000_000, Quick = 100_000)]
public class ChangeBenchmarks
{
    private const int Changes = 64;

    private string[] _nodes = null!;
    private string[] _newcomers = null!;
    private HashRing _ring = null!;
    private int _next;

    [Params(100, 1000)]
    public int Nodes { get; set; }

    [Params(100, 1000)]
    public int Replicas { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        string[] names = NodeNames.Take(Nodes + Changes);
        _nodes = names[..Nodes];
        _newcomers = names[Nodes..];
        _ring = new HashRing(_nodes, Replicas);
        RivalCheck.SamePoints("Add", _ring.Add(_newcomers[0]), new HashRing(names[..(Nodes + 1)], Replicas));
        RivalCheck.SamePoints("Remove", _ring.Remove(_nodes[0]), new HashRing(_nodes[1..], Replicas));
    }

    [Benchmark(Baseline = true, Description = "rebuild")]
    public HashRing Rebuild() => new(_nodes, Replicas);

    [Benchmark(Description = "Add")]
    public HashRing Add() => _ring.Add(_newcomers[Next()]);

    [Benchmark(Description = "Remove")]
    public HashRing Remove() => _ring.Remove(_nodes[Next() * (Nodes / Changes)]);

    private int Next() => _next = (_next + 1) % Changes;
}
