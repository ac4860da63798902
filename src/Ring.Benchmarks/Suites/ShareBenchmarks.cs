using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Coordination;
using RingPerf.Coordination.InMemory;

namespace RingPerf.Benchmarks.Suites;

/// <remarks>The group is on a store in this process, and its ring is kept from poll to poll: what is timed is the split, not a network.
/// Names, labels and items are those of eng/bench_python.py.</remarks>
[Suite("What does an agent's share of a million items cost?")]
public class ShareBenchmarks
{
    private const string Group = "group";
    private const string Backend = "memory://share-benchmark";
    private const int Replicas = 100;

    private readonly int[] _owners = new int[ShareItems.Count];
    private readonly List<PartitionCoordinator> _agents = [];
    private string[] _items = null!;
    private HashRing _ring = null!;
    private string _self = "";

    [Params(10)]
    public int Members { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _items = ShareItems.Take(ShareItems.Count);
        string[] names = NodeNames.Take(Members);
        _self = names[0];
        _ring = new HashRing(names, new HashRingOptions
        {
            Replicas = Replicas,
            Labels = LabelFormat.PythonBytes,
            Collisions = CollisionRule.Canonical,
        });
        foreach (string name in names)
        {
            _agents.Add(Join(name));
        }

        if (!Naive().SequenceEqual(Share()))
        {
            throw new InvalidOperationException("The coordinator's share is not that of the ring over its members.");
        }
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        foreach (PartitionCoordinator agent in _agents)
        {
            agent.StopAsync().AsTask().GetAwaiter().GetResult();
        }

        _agents.Clear();
    }

    [Benchmark(Baseline = true, Description = "LINQ over GetNode")]
    public string[] Naive() => [.. _items.Where(item => _ring.GetNode(item) == _self)];

    [Benchmark(Description = "owners alone")]
    public int Owners()
    {
        _ring.GetNodeIndices(_items, _owners);
        return _owners[0];
    }

    [Benchmark(Description = "ExtractMySubsetAsync")]
    public IReadOnlyList<string> Share() =>
        _agents[0].ExtractMySubsetAsync(Group, _items, static item => item).AsTask().GetAwaiter().GetResult();

    private static PartitionCoordinator Join(string name)
    {
        var options = new PartitionCoordinatorOptions
        {
            BackendUrl = Backend,
            MemberId = name,
            Replicas = Replicas,
            Labels = LabelFormat.PythonBytes,
        };
        var agent = new PartitionCoordinator(options, new CoordinationDriverRegistry().AddInMemory());
        agent.StartAsync().AsTask().GetAwaiter().GetResult();
        agent.JoinGroupAsync(Group).AsTask().GetAwaiter().GetResult();
        return agent;
    }
}
