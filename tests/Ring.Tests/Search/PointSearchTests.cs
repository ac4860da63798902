using FsCheck.Xunit;
using RingPerf.Search;

namespace RingPerf.Tests.Search;

/// <summary>Every search against the definition, over random and awkward positions.</summary>
public sealed class PointSearchTests
{
    private const uint Half = 0x8000_0000;

    public static TheoryData<SearchAlgorithm> Searches => [.. Enum.GetValues<SearchAlgorithm>()];

    [Theory]
    [MemberData(nameof(Searches))]
    public void FindPoint_AwkwardPositions_IsTheFirstPointAbove(SearchAlgorithm search)
    {
        uint[][] sets =
        [
            [0], [1], [Half - 1], [Half], [uint.MaxValue], [0, 1], [0, uint.MaxValue], [Half - 1, Half], [1, 2, 4], [0, 1, 2, 3],
            [uint.MaxValue - 1, uint.MaxValue], [0, 1, Half - 1, Half, Half + 1, uint.MaxValue - 1, uint.MaxValue],
        ];
        Assert.All(sets, positions => AssertDefinition(search, positions));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void FindPoint_EverySizeAndSpread_IsTheFirstPointAbove(SearchAlgorithm search)
    {
        Random random = new(97);
        foreach (int size in Enumerable.Range(1, 130).Concat([255, 256, 257, 511, 512, 513, 1000, 1023, 1024, 1025]))
        {
            AssertDefinition(search, [.. Enumerable.Range(0, size).Select(i => (uint)i)]);
            AssertDefinition(search, [.. Enumerable.Range(1, size).Select(i => uint.MaxValue - (uint)(size - i))]);
            AssertDefinition(search, [.. Enumerable.Range(0, size).Select(i => Half - (uint)(size / 2) + (uint)i)]);
            AssertDefinition(search, [.. Enumerable.Range(0, size).Select(i => (uint)i * (uint.MaxValue / (uint)size))]);
            AssertDefinition(search, Distinct(size, () => (uint)random.NextInt64(1L << 32)));
            AssertDefinition(search, Distinct(size, () => (uint)random.NextInt64(1L << random.Next(12, 33))));
        }
    }

    [Property(MaxTest = 200)]
    public void FindPoint_AnyPositions_IsTheFirstPointAboveForEverySearch(uint[] any, byte shift)
    {
        uint[] positions = [.. any.Select(value => value << (shift % 28)).Append(uint.MaxValue << (shift % 32)).Distinct().Order()];
        Assert.All(Enum.GetValues<SearchAlgorithm>(), search => AssertDefinition(search, positions));
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void FindPoint_ManyPoints_IsThatOfTheLinearSearch(SearchAlgorithm search)
    {
        Random random = new(98);
        uint[] positions = Distinct(20_000, () => (uint)random.NextInt64(1L << 32));
        int[] owners = [.. Enumerable.Range(0, positions.Length).Select(_ => random.Next(1000))];
        RingCore core = Build(search, positions, owners);
        RingCore linear = Build(SearchAlgorithm.Linear, positions, owners);
        for (int i = 0; i < 500; i++)
        {
            uint position = (uint)random.NextInt64(1L << 32);
            uint exact = random.GetItems(positions, 1)[0];
            foreach (uint asked in new[] { position, exact, exact - 1, unchecked(exact + 1) })
            {
                Assert.Equal(linear.FindPoint(asked), core.FindPoint(asked));
                Assert.Equal(linear.FindOwner(asked), core.FindOwner(asked));
            }
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(65_534, true)]
    [InlineData(65_535, false)]
    [InlineData(int.MaxValue, false)]
    public void Holds_GreatestOwner_IsWhetherItFitsALine(int owner, bool expected) =>
        Assert.Equal(expected, CompactLineSearch.Holds(PointTables.Of([1, 2, 3], [0, owner, 1]).Search));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(16, 65_535)]
    [InlineData(65_535, 65_535)]
    [InlineData(65_535, 65_536)]
    [InlineData(65_536, 65_535)]
    [InlineData(131_072, 65_536)]
    public void FindOwners_GreatestOwnerAndSizeOfTheTable_AreThoseOfTheSortedPositions(int size, int greatest)
    {
        Random random = new(99);
        uint[] positions = Distinct(size, () => (uint)random.NextInt64(1L << 32));
        int[] owners = [.. Enumerable.Range(0, size).Select(point => greatest - (point % 3 * greatest / 7))];
        uint[] asked = [0, uint.MaxValue, .. random.GetItems(positions, 2_000).SelectMany(exact => new[] { exact - 1, exact, exact + 1 })];
        SearchPoints points = PointTables.Of(positions, owners).Search;
        int[] expected = [.. asked.Select(Built<BinarySearch>(points).FindOwner)];

        int[] found = new int[asked.Length];
        var bucket = Built<BucketSearch>(points);
        bucket.FindOwners(asked, found);

        Assert.Equal(expected, found);
        Assert.Equal(expected, asked.Select(bucket.FindOwner));
    }

    [Fact]
    public void FindOwner_EveryOffsetOfALine_IsThatOfTheLinearSearch()
    {
        // Points and keys that share the upper 16 bits of their place in the bucket, and those next to them.
        foreach (int size in new[] { 1, 7, 14, 15, 16, 100 })
        {
            uint[] positions = [.. Enumerable.Range(0, size).Select(i => 0x4000_0000u + (uint)(i * 3))];
            SearchPoints points = PointTables.Of(positions, [.. Enumerable.Range(0, size)]).Search;
            CompactLineSearch search = Built<CompactLineSearch>(points);
            LinearSearch linear = Built<LinearSearch>(points);
            for (uint asked = positions[0] - 3; asked < positions[^1] + 3; asked++)
            {
                Assert.Equal(linear.FindOwner(asked), search.FindOwner(asked));
                Assert.Equal(linear.FindPoint(asked), search.FindPoint(asked));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void FindPoint_NoPoints_IsMinusOne(SearchAlgorithm search)
    {
        RingCore core = Build(search, [], []);
        foreach (uint position in new uint[] { 0, 1, Half, uint.MaxValue })
        {
            Assert.Equal(-1, core.FindPoint(position));
            Assert.Equal(-1, core.FindOwner(position));
        }
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void GetNodeIndexAt_PythonRow_IsThatOfPython(SearchAlgorithm search)
    {
        RingCore core = Build(search, [5, 9], [0, 1]);

        Assert.Equal([0, 1, 1, 0, 0], new uint[] { 4, 5, 8, 9, 10 }.Select(core.FindOwner));
    }

    private static void AssertDefinition(SearchAlgorithm search, uint[] positions)
    {
        AssertDefinition(search, positions, ownerStep: 1);
        if (search is SearchAlgorithm.Line or SearchAlgorithm.Bucket)
        {
            AssertDefinition(search, positions, ownerStep: 10_000);
        }
    }

    private static void AssertDefinition(SearchAlgorithm search, uint[] positions, int ownerStep)
    {
        // Owners that differ from their points' indexes, and repeat. Past 16 bits there is another layout.
        int[] owners = [.. positions.Select((_, point) => ((point * 7) + 3) % 11 * ownerStep)];
        RingCore core = Build(search, positions, owners);
        foreach (uint near in positions.Append(0u).Append(Half).Append(uint.MaxValue))
        {
            foreach (uint asked in new[] { unchecked(near - 1), near, unchecked(near + 1) })
            {
                int found = Array.BinarySearch(positions, asked);
                int expected = (found < 0 ? ~found : found + 1) % positions.Length;
                if ((expected, owners[expected]) != (core.FindPoint(asked), core.FindOwner(asked)))
                {
                    Assert.Fail($"{search} of {asked} among {positions.Length} points from {positions[0]} is not {expected}.");
                }
            }
        }
    }

    private static RingCore Build(SearchAlgorithm search, uint[] positions, int[] owners) =>
        RingCoreFactory.For(HashFunction.Md5).Create(PointTables.Of(positions, owners), search);

    private static uint[] Distinct(int count, Func<uint> next)
    {
        SortedSet<uint> positions = [];
        while (positions.Count < count)
        {
            positions.Add(next());
        }

        return [.. positions];
    }

    private static TSearch Built<TSearch>(SearchPoints points) where TSearch : struct, IPointSearch<TSearch> => TSearch.Build(points);
}
