using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;
using RingPerf.Coordination;
using RingPerf.Coordination.InMemory;

namespace RingPerf.Benchmarks.Suites;

/// <remarks>Membership stays the same, so the coordinator keeps its ring, as it does between the polls of a stable fleet.</remarks>
[Suite("What does an agent's share of a million items cost, in a group of ten?")]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet cleans up by GlobalCleanup.")]
public class ShareBenchmarks
{
    private const int Members = 10;
    private const string Group = "share";

    private readonly int[] _found = new int[ShareItems.Count];
    private string[] _items = null!;
    private string _self = null!;
    private HashRing _ring = null!;
    private PartitionCoordinator _coordinator = null!;

    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void CleanUp() => _coordinator.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "LINQ over GetNode")]
    public string[] Linq() => [.. _items.Where(item => _ring.GetNode(item) == _self)];

    [Benchmark(Description = "ExtractMySubsetAsync")]
    public int Extract()
    {
        ValueTask<IReadOnlyList<string>> share = _coordinator.ExtractMySubsetAsync(Group, _items, static item => item);
        return share.IsCompletedSuccessfully ? share.Result.Count : throw new InvalidOperationException("A call in memory has to wait.");
    }

    [Benchmark(Description = "GetNodeIndices alone")]
    public int Ring()
    {
        _ring.GetNodeIndices(_items, _found);
        return _found[0];
    }

    private async Task SetUpAsync()
    {
        _items = ShareItems.Take(ShareItems.Count);
        string[] names = NodeNames.Take(Members);
        _self = names[0];
        _ring = new HashRing(names, new HashRingOptions { Labels = LabelFormat.PythonBytes });

        // A store of its own: the toolchain may set up more than once in a process.
        string url = $"memory://{Guid.NewGuid():N}?membership_timeout=86400";
        CoordinationDriverRegistry drivers = new CoordinationDriverRegistry().AddInMemory();
        _coordinator = new PartitionCoordinator(new PartitionCoordinatorOptions { BackendUrl = url, MemberId = _self }, drivers);
        await _coordinator.StartAsync();
        await _coordinator.JoinGroupAsync(Group);
        foreach (string name in names.Skip(1))
        {
            ICoordinationDriver peer = drivers.Create(new DriverSettings(BackendUrl.Parse(url), MemberId.FromText(name)));
            await peer.StartAsync();
            await peer.JoinGroupAsync(Group);
        }

        IReadOnlyList<string> share = await _coordinator.ExtractMySubsetAsync(Group, _items, item => item);
        RivalCheck.Same("the coordinator", "all items in their order", share.SequenceEqual(Linq()), true);
    }
}
