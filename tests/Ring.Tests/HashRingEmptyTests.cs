namespace RingPerf.Tests;

/// <summary>A ring without nodes answers null and -1, and still refuses wrong text.</summary>
public sealed class HashRingEmptyTests
{
    public static TheoryData<string> Overloads => Overload.Names;

    public static TheoryData<string> TextOverloads => Overload.TextNames;

    [Theory]
    [MemberData(nameof(Overloads))]
    public void GetNode_EmptyRing_GivesNoOwner(string overload)
    {
        foreach (HashRing ring in Rings())
        {
            Assert.All(["", "a", new string('x', 513)], key => Assert.Equal(-1, Overload.Of(overload).Ask(ring, new Key(key))));
        }
    }

    [Theory]
    [MemberData(nameof(TextOverloads))]
    public void GetNode_EmptyRingAndLoneSurrogate_Throws(string overload)
    {
        Key[] wrong = [new("\ud83d"), new(new string('x', 513) + "\ud83d")];
        foreach (HashRing ring in Rings())
        {
            Assert.All(wrong, key => Assert.Throws<ArgumentException>(() => Overload.Of(overload).Ask(ring, key)));
        }
    }

    [Fact]
    public void GetNode_EmptyRingAndNull_Throws()
    {
        foreach (HashRing ring in Rings())
        {
            Assert.Throws<ArgumentNullException>("key", () => ring.GetNode((string)null!));
            Assert.Throws<ArgumentNullException>("key", () => ring.GetNodeIndex((string)null!));
            Assert.Throws<ArgumentNullException>("key", () => ring.GetPosition((string)null!));
            Assert.Throws<ArgumentNullException>("keys", () => ring.GetNodeIndices(["a", null!], new int[2]));
        }
    }

    [Fact]
    public void GetNodeIndices_EmptyRing_WritesMinusOneForEachKeyOnly()
    {
        foreach (HashRing ring in Rings())
        {
            int[] packed = [7, 7, 7];
            ring.GetNodeIndices("ab"u8, [0, 1, 2], packed);
            int[] strings = [7, 7, 7];
            ring.GetNodeIndices(["a", "b"], strings);

            Assert.Equal([-1, -1, 7], packed);
            Assert.Equal([-1, -1, 7], strings);
        }
    }

    [Fact]
    public void Constructor_NoNodes_HasNoPoints()
    {
        foreach (HashRing ring in Rings())
        {
            Assert.Empty(ring.Nodes);
            Assert.Equal(0, ring.PointCount);
            Assert.True(ring.Positions.IsEmpty);
            Assert.True(ring.Owners.IsEmpty);
            Assert.Empty(ring.GetCollisions());
            Assert.InRange(ring.MemoryBytes, 0, 100);
        }
    }

    [Fact]
    public void Constructor_NoNodesAndMostReplicas_PlacesNothing() => Assert.Equal(0, new HashRing([], int.MaxValue).PointCount);

    private static IEnumerable<HashRing> Rings() =>
        from hash in Enum.GetValues<HashFunction>()
        from search in Enum.GetValues<SearchAlgorithm>()
        select new HashRing([], new HashRingOptions { Hash = hash, Search = search });
}
