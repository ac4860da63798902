namespace RingPerf.Tests;

/// <summary>No lookup allocates, by any overload, hash and search, for keys of any length.</summary>
public sealed class HashRingAllocationTests
{
    private const int Warm = 50;
    private const int Measured = 100;

    private static readonly string[] Keys =
    [
        .. new[] { 0, 1, 36, 55, 56, 64, 119, 120, 511, 512, 513, 5000 }.Select(length => new string('k', length)),
        .. new[] { 1, 18, 28, 32, 255, 256, 512, 513, 5000 }.Select(length => new string('é', length)),
        string.Concat(Enumerable.Repeat("a😀漢", 2000)),
    ];

    private static readonly string[] LongKeys = [new('k', 100_000), new('漢', 100_000)];

    public static TheoryData<string, HashFunction> Choices
    {
        get
        {
            TheoryData<string, HashFunction> choices = [];
            foreach (Overload overload in Overload.All)
            {
                foreach (HashFunction hash in Enum.GetValues<HashFunction>())
                {
                    choices.Add(overload.Name, hash);
                }
            }

            return choices;
        }
    }

    public static TheoryData<string> Overloads => Overload.Names;

    [Theory]
    [MemberData(nameof(Choices))]
    public void GetNode_WarmLoop_AllocatesNothing(string name, HashFunction hash)
    {
        Overload overload = Overload.Of(name);
        HashRing ring = new(["a", "b", "c"], new HashRingOptions { Hash = hash });
        foreach (string text in Keys)
        {
            AssertNothing(overload, ring, new Key(text), Warm, Measured);
        }

        foreach (string text in LongKeys)
        {
            AssertNothing(overload, ring, new Key(text), 2, 4);
        }
    }

    [Theory]
    [MemberData(nameof(Overloads))]
    public void GetNode_EverySearch_AllocatesNothing(string name)
    {
        Overload overload = Overload.Of(name);
        foreach (SearchAlgorithm search in Enum.GetValues<SearchAlgorithm>())
        {
            HashRingOptions options = new() { Search = search };
            foreach (int nodes in new[] { 0, 1, 20 })
            {
                HashRing ring = new(Enumerable.Range(0, nodes).Select(i => $"node-{i}"), options);
                AssertNothing(overload, ring, new Key("0123456789"), Warm, Measured);
            }
        }
    }

    [Fact]
    public void GetNodeIndices_LargeBatches_AllocateNothing()
    {
        string[] keys = [.. Enumerable.Range(0, 1000).Select(i => new string('k', i % 70) + i)];
        PackedKeys packed = PackedKeys.Of(keys);
        int[] answers = new int[keys.Length];
        foreach (HashFunction hash in Enum.GetValues<HashFunction>())
        {
            HashRing ring = new(["a", "b", "c"], new HashRingOptions { Hash = hash });
            Assert.Equal(0, Allocation.Of(() => ring.GetNodeIndices(packed.Utf8, packed.Offsets, answers), 3, 3));
            Assert.Equal(0, Allocation.Of(() => ring.GetNodeIndices(keys, answers), 3, 3));
        }
    }

    [Fact]
    public void GetOwnedLengthsAndGetArc_WarmLoop_AllocateNothing()
    {
        HashRing ring = new(["a", "b", "c"]);
        ulong[] lengths = new ulong[3];

        Assert.Equal(0, Allocation.Of(() => ring.GetOwnedLengths(lengths), Warm, Measured));
        Assert.Equal(0, Allocation.Of(() => lengths[0] = ring.GetArc(7).Length, Warm, Measured));
    }

    [Fact]
    public void Of_CodeThatAllocates_SeesIt() =>
        Assert.InRange(Allocation.Of(() => GC.KeepAlive(new byte[1]), Warm, Measured), Measured * 24, long.MaxValue);

    private static void AssertNothing(Overload overload, HashRing ring, Key key, int warm, int measured)
    {
        Func<HashRing, Key, int> ask = overload.Ask;
        long allocated = Allocation.Of(() => ask(ring, key), warm, measured);
        Assert.True(allocated == 0, $"{overload.Name} of {Printable.Quote(key.Text)} allocated {allocated} bytes in {measured} calls.");
    }
}
