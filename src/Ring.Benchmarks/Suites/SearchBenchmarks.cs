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
    private const int RingBlock = 1024;

    private readonly int[] _found = new int[PositionStream.Block];
    private PositionStream _stream = null!;
    private SearchPoints _points;
    private BinarySearch _binary;
    private BranchlessSearch _branchless;
    private EytzingerSearch _eytzinger;
    private InterpolationSearch _interpolation;
    private BucketSearch _bucket;
    private LineSearch _line;
    private CompactLineSearch _compactLine;

    [Params(100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)]
    public int Points { get; set; }

    [GlobalSetup(Targets = [nameof(ClassLibrary), nameof(Linear)])]
    public void SetUp()
    {
        _stream = new PositionStream();
        _points = RandomPoints.Of(Points, Nodes);
        foreach (uint position in RandomPoints.Probes(_points))
        {
            RivalCheck.Same("Array.BinarySearch", $"position {position}", ClassLibraryOwner(position), LinearSearch.Build(_points).FindOwner(position));
        }
    }

    [GlobalSetup(Target = nameof(Binary))]
    public void SetUpBinary() => _binary = Built<BinarySearch>();

    [GlobalSetup(Target = nameof(Branchless))]
    public void SetUpBranchless() => _branchless = Built<BranchlessSearch>();

    [GlobalSetup(Target = nameof(Eytzinger))]
    public void SetUpEytzinger() => _eytzinger = Built<EytzingerSearch>();

    [GlobalSetup(Target = nameof(Interpolation))]
    public void SetUpInterpolation() => _interpolation = Built<InterpolationSearch>();

    [GlobalSetup(Target = nameof(Bucket))]
    public void SetUpBucket() => _bucket = Built<BucketSearch>();

    [GlobalSetup(Target = nameof(Line))]
    public void SetUpLine() => _line = Built<LineSearch>();

    [GlobalSetup(Target = nameof(CompactLine))]
    public void SetUpCompactLine() => _compactLine = Built<CompactLineSearch>();

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
    public int Linear() => Owners(LinearSearch.Build(_points));

    [Benchmark(Description = "binary", OperationsPerInvoke = PositionStream.Block)]
    public int Binary() => Owners(_binary);

    [Benchmark(Description = "branchless", OperationsPerInvoke = PositionStream.Block)]
    public int Branchless() => Owners(_branchless);

    [Benchmark(Description = "eytzinger", OperationsPerInvoke = PositionStream.Block)]
    public int Eytzinger() => Owners(_eytzinger);

    [Benchmark(Description = "interpolation", OperationsPerInvoke = PositionStream.Block)]
    public int Interpolation() => Owners(_interpolation);

    [Benchmark(Description = "bucket", OperationsPerInvoke = PositionStream.Block)]
    public int Bucket() => Owners(_bucket);

    [Benchmark(Description = "line", OperationsPerInvoke = PositionStream.Block)]
    public int Line() => Owners(_line);

    [Benchmark(Description = "compact-line", OperationsPerInvoke = PositionStream.Block)]
    public int CompactLine() => Owners(_compactLine);

    private TSearch Built<TSearch>() where TSearch : struct, IPointSearch<TSearch>
    {
        _stream = new PositionStream();
        _points = RandomPoints.Of(Points, Nodes);
        TSearch search = TSearch.Build(_points);
        foreach (uint position in RandomPoints.Probes(_points))
        {
            RivalCheck.Same(typeof(TSearch).Name, $"position {position}", search.FindOwner(position), LinearSearch.Build(_points).FindOwner(position));
        }

        return search;
    }

    private int ClassLibraryOwner(uint position)
    {
        int found = Array.BinarySearch(_points.Positions, 0, _points.Count, position);
        return _points.Owners[found < 0 ? ~found : found + 1];
    }

    // In blocks, as a ring's batch lookup hands positions over.
    private int Owners<TSearch>(TSearch search) where TSearch : struct, IPointSearch<TSearch>
    {
        ReadOnlySpan<uint> positions = _stream.Next();
        for (int first = 0; first < positions.Length; first += RingBlock)
        {
            search.FindOwners(positions.Slice(first, RingBlock), _found.AsSpan(first, RingBlock));
        }

        return _found[0];
    }
}
