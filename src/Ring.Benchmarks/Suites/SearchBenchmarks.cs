using BenchmarkDotNet.Attributes;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;
using RingPerf.Search;

namespace RingPerf.Benchmarks.Suites;

[Suite("What does it cost to find a position's owner, by search and number of points?")]
public class SearchBenchmarks
{
    private const int Nodes = 1000;
    private const int LinearLimit = 1000;

    private PositionStream _stream = null!;
    private uint[] _positions = null!;
    private int[] _owners = null!;
    private LinearSearch _linear;
    private BinarySearch _binary;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Points { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _stream = new PositionStream();
        _positions = RandomPoints.Positions(Points);
        _owners = RandomPoints.Owners(Points, Nodes);
        _linear = LinearSearch.Build(_positions, _owners);
        _binary = BinarySearch.Build(_positions, _owners);
        foreach (uint position in RandomPoints.Probes(_positions))
        {
            int expected = _linear.FindOwner(position);
            RivalCheck.Same("Array.BinarySearch", $"position {position}", ClassLibraryOwner(position), expected);
            RivalCheck.Same("binary", $"position {position}", _binary.FindOwner(position), expected);
        }
    }

    [Benchmark(Baseline = true, Description = "Array.BinarySearch", OperationsPerInvoke = PositionStream.Block)]
    public int ClassLibrary()
    {
        int sum = 0;
        foreach (uint position in _stream.Next())
        {
            sum += ClassLibraryOwner(position);
        }

        return sum;
    }

    [Benchmark(Description = "linear", OperationsPerInvoke = PositionStream.Block)]
    [PointLimit(LinearLimit)]
    public int Linear() => Owners(_linear);

    [Benchmark(Description = "binary", OperationsPerInvoke = PositionStream.Block)]
    public int Binary() => Owners(_binary);

    private int ClassLibraryOwner(uint position)
    {
        int found = Array.BinarySearch(_positions, position);
        int point = found < 0 ? ~found : found + 1;
        return _owners[point == _positions.Length ? 0 : point];
    }

    private int Owners<TSearch>(TSearch search) where TSearch : struct, IPointSearch<TSearch>
    {
        int sum = 0;
        foreach (uint position in _stream.Next())
        {
            sum += search.FindOwner(position);
        }

        return sum;
    }
}
