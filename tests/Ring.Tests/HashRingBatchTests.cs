namespace RingPerf.Tests;

/// <summary>Batches of more keys and more text than a block of the ring's inner loops holds.</summary>
public sealed class HashRingBatchTests
{
    private static readonly string[] Units = ["x", "x", "x", "é", "€", "😀"];

    public static TheoryData<HashFunction> Hashes => [.. Enum.GetValues<HashFunction>()];

    public static TheoryData<SearchAlgorithm> Searches => [.. Enum.GetValues<SearchAlgorithm>()];

    [Theory]
    [MemberData(nameof(Hashes))]
    public void GetNodeIndices_ManyKeysOfEveryHash_GivesTheSingleAnswers(HashFunction hash) =>
        AssertSizes(new HashRingOptions { Replicas = 20, Hash = hash });

    [Theory]
    [MemberData(nameof(Searches))]
    public void GetNodeIndices_ManyKeysOfEverySearch_GivesTheSingleAnswers(SearchAlgorithm search) =>
        AssertSizes(new HashRingOptions { Replicas = 20, Search = search });

    [Theory]
    [MemberData(nameof(Hashes))]
    public void GetNodeIndices_LongKeysAmongShortOnes_GivesTheSingleAnswers(HashFunction hash)
    {
        int[] lengths = [1, 500, 5460, 5461, 5462, 3, 16_383, 16_384, 16_385, 0, 0, 36, 511, 512, 513, 100_000, 7];
        foreach (string unit in Units.Distinct())
        {
            string[] keys = [.. lengths.Concat(lengths.Reverse()).Select(length => string.Concat(Enumerable.Repeat(unit, length)))];
            AssertSingles(new HashRing(Nodes(), new HashRingOptions { Hash = hash }), keys);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1999)]
    public void GetNodeIndices_WrongKeyFarBehind_IsNamedByItsIndex(int index)
    {
        HashRing ring = new(Nodes());
        string?[] keys = [.. RandomKeys(2000, new Random(index))];
        keys[index] = null;
        var nothing = Assert.Throws<ArgumentNullException>("keys", () => ring.GetNodeIndices(keys!, new int[2000]));
        MessageAssert.Starts($"keys[{index}] is null;", nothing);

        keys[index] = "k\ud800";
        var lone = Assert.Throws<ArgumentException>("keys", () => ring.GetNodeIndices(keys!, new int[2000]));
        MessageAssert.Starts($"The key keys[{index}], \"k\\uD800\" has the lone surrogate U+D800 at index 1;", lone);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(3000)]
    public void GetNodeIndices_DestinationOverTheOffsets_IsRefusedAndUntouched(int place)
    {
        PackedKeys batch = PackedKeys.Of(RandomKeys(3000, new Random(1)));
        int[] memory = [.. batch.Offsets, .. new int[3000]];
        int[] before = [.. memory];
        var error = Assert.Throws<ArgumentException>(
            "nodeIndices", () => new HashRing(Nodes()).GetNodeIndices(batch.Utf8, memory.AsSpan(0, 3001), memory.AsSpan(place, 3000)));

        MessageAssert.Starts("nodeIndices overlaps offsets; it must lie elsewhere.", error);
        Assert.Equal(before, memory);
    }

    [Fact]
    public void GetNodeIndices_DestinationRightBehindTheOffsets_IsAccepted()
    {
        HashRing ring = new(Nodes());
        string[] keys = RandomKeys(3000, new Random(1));
        PackedKeys batch = PackedKeys.Of(keys);
        int[] memory = [.. batch.Offsets, .. new int[3000]];
        ring.GetNodeIndices(batch.Utf8, memory.AsSpan(0, 3001), memory.AsSpan(3001));

        Assert.Equal(batch.Offsets, memory[..3001]);
        Assert.Equal(keys.Select(key => ring.GetNodeIndex(key)), memory[3001..]);
    }

    private static void AssertSizes(HashRingOptions options)
    {
        HashRing ring = new(Nodes(), options);
        Random random = new(1024);
        foreach (int size in new[] { 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 2047, 2048, 2049, 3000 })
        {
            AssertSingles(ring, RandomKeys(size, random));
        }
    }

    private static void AssertSingles(HashRing ring, string[] keys)
    {
        int[] expected = [.. keys.Select(key => ring.GetNodeIndex(key)), -7];
        PackedKeys batch = PackedKeys.Of(keys);
        int[] packed = [.. new int[keys.Length], -7];
        ring.GetNodeIndices(batch.Utf8, batch.Offsets, packed);
        int[] strings = [.. new int[keys.Length], -7];
        ring.GetNodeIndices(keys, strings);

        Assert.Equal(expected, packed);
        Assert.Equal(expected, strings);
    }

    private static string[] RandomKeys(int count, Random random) =>
        [.. random.GetItems(Units, count).Select((unit, i) => i + string.Concat(Enumerable.Repeat(unit, random.Next(90))))];

    private static IEnumerable<string> Nodes() => Enumerable.Range(0, 50).Select(i => $"node-{i}");
}
