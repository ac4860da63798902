using RingPerf.Hashing.Md5;
namespace RingPerf.Tests.Hashing.Md5;

public class Md5KernelTests
{
    public static TheoryData<string> Supported => Kernels.Supported;

    [Fact]
    public void Best_IsTheFirstSupported() => Assert.Same(Md5Kernels.All.First(kernel => kernel.IsSupported), Md5Kernels.Best);

    [Fact]
    public void ByName_EachName_IsThatKernel() => Assert.All(Md5Kernels.All, kernel => Assert.Same(kernel, Md5Kernels.ByName(kernel.Name)));

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_EveryLengthAscending_EqualsPlatform(string kernel) =>
        new KeyTable([.. Enumerable.Range(0, 301)]).AssertPositions(Md5Kernels.ByName(kernel));

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_EveryUniformLength_EqualsPlatform(string kernel)
    {
        for (int length = 0; length <= 300; length++)
        {
            new KeyTable([.. Enumerable.Repeat(length, 100)], seed: length).AssertPositions(Md5Kernels.ByName(kernel));
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_EveryCount_EqualsPlatform(string kernel)
    {
        var random = new Random(5);
        for (int count = 0; count <= 200; count++)
        {
            new KeyTable([.. Enumerable.Repeat(36, count)], count).AssertPositions(Md5Kernels.ByName(kernel));
            new KeyTable(Lengths(random, count, 0, 55), count).AssertPositions(Md5Kernels.ByName(kernel));
            new KeyTable(Lengths(random, count, 0, 300), count).AssertPositions(Md5Kernels.ByName(kernel));
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_BlockEdges_EqualsPlatform(string kernel)
    {
        int[] edges = [0, 1, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 121, 127, 128, 129, 182, 183, 184, 185, 191, 192, 193];
        var random = new Random(6);
        for (int round = 0; round < 50; round++)
        {
            int[] lengths = [.. Enumerable.Range(0, 1 + random.Next(150)).Select(_ => edges[random.Next(edges.Length)])];
            new KeyTable(lengths, round).AssertPositions(Md5Kernels.ByName(kernel));
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_RandomStart_EqualsPlatform(string kernel)
    {
        var random = new Random(7);
        for (int round = 0; round < 100; round++)
        {
            int[] lengths = Lengths(random, random.Next(200), 0, round % 2 == 0 ? 55 : 400);
            new KeyTable(lengths, round, before: random.Next(200), after: random.Next(100)).AssertPositions(Md5Kernels.ByName(kernel));
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_ManyBlocksOfDifferentCounts_EqualsPlatform(string kernel)
    {
        var random = new Random(8);
        for (int round = 0; round < 10; round++)
        {
            int[] lengths = [.. Enumerable.Range(0, 300).Select(_ => (int)Math.Pow(2, random.NextDouble() * 14))];
            new KeyTable(lengths, round).AssertPositions(Md5Kernels.ByName(kernel));
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_OneHugeKeyAmongShortOnes_EqualsPlatform(string kernel)
    {
        int[] lengths = [.. Enumerable.Repeat(36, 500), 10_000_000, .. Enumerable.Repeat(60, 500), 3_000_000, 2_900_000];
        new KeyTable(lengths).AssertPositions(Md5Kernels.ByName(kernel));
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_SeveralChunks_EqualsPlatform(string kernel)
    {
        var random = new Random(9);
        int[] lengths = [.. Lengths(random, 3000, 0, 55), .. Lengths(random, 3000, 0, 200), .. Lengths(random, 333, 10, 40)];
        new KeyTable(lengths).AssertPositions(Md5Kernels.ByName(kernel));
    }

#if !DEBUG // Unoptimised code makes an object of each constant table it reads.
    [Theory]
    [MemberData(nameof(Supported))]
    public void Positions_AnyBatch_AllocatesNothing(string kernel)
    {
        Md5Kernel tested = Md5Kernels.ByName(kernel);
        var keys = new KeyTable(Lengths(new Random(10), 3000, 0, 200));
        uint[] positions = new uint[keys.Expected.Length];
        Assert.Equal(0, Allocation.Of(() => tested.Positions(keys.Utf8, keys.Offsets, positions), warm: 1, measured: 1));
    }
#endif

    [Fact]
    public void Batch_EqualsPlatform()
    {
        var keys = new KeyTable(Lengths(new Random(11), 500, 0, 100));
        uint[] positions = new uint[keys.Expected.Length];
        Md5Batch.Positions(keys.Utf8, keys.Offsets, positions);
        Assert.Equal(keys.Expected, positions);
    }

    private static int[] Lengths(Random random, int count, int shortest, int longest) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(shortest, longest + 1))];
}
