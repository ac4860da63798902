using Akka.Routing;
using BenchmarkDotNet.Attributes;
using RingPerf.Algorithms;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Suites;

[Suite("What do rivals cost a lookup, at 100 nodes and 36-byte string keys?")]
public class RivalBenchmarks
{
    private const int Nodes = 100;
    private const int Replicas = 100;
    private const int BatchSize = 1024;

    private static readonly string[] Names = NodeNames.Take(Nodes);

    private readonly int[] _found = new int[KeyStream.Block];
    private readonly KeyStream _keys = KeyStream.Uuids();
    private HashRing _ring = null!;
    private NaivePortRing _naive = null!;
    private SortedListRing _sortedList = null!;
    private ConsistentHash<string> _akka = null!;
    private JumpHash _jump = null!;
    private Rendezvous _rendezvous = null!;
    private Maglev _maglev = null!;

    [GlobalSetup(Targets = [nameof(Naive), nameof(Md5), nameof(Md5Batch)])]
    public void SetUp()
    {
        _ring = new HashRing(Names, Replicas);
        _naive = new NaivePortRing(Names, Replicas);
        RivalCheck.SameNodes("the naive port", _naive.GetNode, _ring, _keys.Texts);
        RivalCheck.SameBatches(_ring, _keys, _keys.Texts.Length, BatchSize);
    }

    [GlobalSetup(Targets = [nameof(XxHash3), nameof(XxHash3Batch)])]
    public void SetUpXxHash3()
    {
        _ring = new HashRing(Names, new HashRingOptions { Replicas = Replicas, Hash = HashFunction.XxHash3 });
        RivalCheck.SameBatches(_ring, _keys, _keys.Texts.Length, BatchSize);
    }

    [GlobalSetup(Target = nameof(SortedList))]
    public void SetUpSortedList()
    {
        _sortedList = new SortedListRing(Names, Replicas);
        Check("the sorted list", _sortedList.GetNode, new SortedListRing(Names, Replicas).GetNode);
    }

    [GlobalSetup(Target = nameof(Akka))]
    public void SetUpAkka()
    {
        _akka = ConsistentHash.Create(Names, Replicas);
        Check("Akka.NET", _akka.NodeFor, ConsistentHash.Create(Names, Replicas).NodeFor);
    }

    [GlobalSetup(Target = nameof(Jump))]
    public void SetUpJump() => _jump = Checked("jump hash", new JumpHash(Names), new JumpHash(Names));

    [GlobalSetup(Target = nameof(RendezvousHash))]
    public void SetUpRendezvous() => _rendezvous = Checked("rendezvous hashing", new Rendezvous(Names), new Rendezvous(Names));

    [GlobalSetup(Target = nameof(MaglevHash))]
    public void SetUpMaglev() => _maglev = Checked("Maglev", new Maglev(Names), new Maglev(Names));

    [Benchmark(Baseline = true, Description = "naive-port", OperationsPerInvoke = KeyStream.Block)]
    public int Naive()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _naive.GetNode(key)!.Length;
        }

        return sum;
    }

    [Benchmark(Description = "HashRing md5", OperationsPerInvoke = KeyStream.Block)]
    public int Md5() => OneByOne();

    [Benchmark(Description = "HashRing md5 batch", OperationsPerInvoke = KeyStream.Block)]
    public int Md5Batch() => InBatches();

    [Benchmark(Description = "HashRing xxhash3", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3() => OneByOne();

    [Benchmark(Description = "HashRing xxhash3 batch", OperationsPerInvoke = KeyStream.Block)]
    public int XxHash3Batch() => InBatches();

    [Benchmark(Description = "sorted list xxhash32", OperationsPerInvoke = KeyStream.Block)]
    public int SortedList()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _sortedList.GetNode(key).Length;
        }

        return sum;
    }

    [Benchmark(Description = "Akka.NET", OperationsPerInvoke = KeyStream.Block)]
    public int Akka()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _akka.NodeFor(key).Length;
        }

        return sum;
    }

    [Benchmark(Description = "jump", OperationsPerInvoke = KeyStream.Block)]
    public int Jump() => Selected(_jump);

    [Benchmark(Description = "rendezvous", OperationsPerInvoke = KeyStream.Block)]
    public int RendezvousHash() => Selected(_rendezvous);

    [Benchmark(Description = "maglev", OperationsPerInvoke = KeyStream.Block)]
    public int MaglevHash() => Selected(_maglev);

    private int OneByOne()
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += _ring.GetNode(key)!.Length;
        }

        return sum;
    }

    private int InBatches()
    {
        ReadOnlySpan<string> keys = _keys.NextTexts();
        for (int first = 0; first < keys.Length; first += BatchSize)
        {
            _ring.GetNodeIndices(keys.Slice(first, BatchSize), _found.AsSpan(first, BatchSize));
        }

        return _found[0];
    }

    private int Selected<TSelector>(TSelector selector) where TSelector : INodeSelector
    {
        int sum = 0;
        foreach (string key in _keys.NextTexts())
        {
            sum += selector.Nodes[selector.GetNodeIndex(KeyHash.Of(key))].Length;
        }

        return sum;
    }

    private TSelector Checked<TSelector>(string rival, TSelector selector, TSelector second) where TSelector : INodeSelector
    {
        Check(rival, Answers(selector), Answers(second));
        return selector;

        static Func<string, string?> Answers(TSelector selector) => key => selector.Nodes[selector.GetNodeIndex(key)];
    }

    private void Check(string rival, Func<string, string?> answer, Func<string, string?> second) =>
        RivalCheck.Balanced(rival, answer, second, Names, _keys.Texts);
}
