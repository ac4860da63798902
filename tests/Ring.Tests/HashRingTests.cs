namespace RingPerf.Tests;

/// <summary>What a ring is by itself: its properties, and that nothing outside can change it.</summary>
public sealed class HashRingTests
{
    // Sixteen positions and one owner behind the last point.
    private const int Padding = 68;

    [Fact]
    public void Constructor_NodesAbc_PlacesThePythonPoints()
    {
        HashRing ring = new(["a", "b", "c"]);

        Assert.Equal(300, ring.PointCount);
        Assert.Equal([0x002d259eu, 0x00cbcc81u, 0x0126d6dau], ring.Positions[..3].ToArray());
        Assert.Equal(0xfdc21c78u, ring.Positions[^1]);
        Assert.Equal([0, 0, 2], ring.Owners[..3].ToArray());
        Assert.Equal(2, ring.Owners[^1]);
    }

    [Fact]
    public void Constructor_ReplicasAlone_AreTheDefaultsOtherwise()
    {
        Assert.Equal(new HashRingOptions { Replicas = 7 }, new HashRing(["a"], 7).Options);
        Assert.Equal(new HashRingOptions(), new HashRing(["a"]).Options);
    }

    [Fact]
    public void HashRingOptions_Defaults_AreThoseOfPython()
    {
        HashRingOptions options = new();

        Assert.Equal(100, options.Replicas);
        Assert.Equal(LabelFormat.Plain, options.Labels);
        Assert.Equal(HashFunction.Md5, options.Hash);
        Assert.Equal(SearchAlgorithm.Auto, options.Search);
        Assert.Equal(CollisionRule.LastWins, options.Collisions);
    }

    [Fact]
    public void Nodes_RepeatedNames_AreDistinctInFirstSeenOrder() =>
        Assert.Equal(["c", "a", "b"], new HashRing(["c", "a", "a", "b", "c", "b"]).Nodes);

    [Fact]
    public void Nodes_NamesThatOnlyLookAlike_AreDistinct() =>
        Assert.Equal(["é", "e\u0301", "a", "A", "a ", ""], new HashRing(["é", "e\u0301", "a", "A", "a ", ""]).Nodes);

    [Fact]
    public void Nodes_CastToAList_CannotBeChanged()
    {
        HashRing ring = new(["a", "b"]);

        Assert.Throws<NotSupportedException>(() => ((IList<string>)ring.Nodes)[0] = "x");
    }

    [Fact]
    public void Nodes_GivenArrayChangedLater_StayAsTheyWere()
    {
        string[] nodes = ["a", "b"];
        HashRing ring = new(nodes);
        nodes[0] = "x";

        Assert.Equal(["a", "b"], ring.Nodes);
    }

    [Fact]
    public void Constructor_LazySequence_IsReadOnce()
    {
        int reads = 0;
        IEnumerable<string> Nodes()
        {
            reads++;
            yield return "a";
        }

        _ = new HashRing(Nodes());
        Assert.Equal(1, reads);
    }

    [Theory]
    [InlineData(SearchAlgorithm.Linear)]
    [InlineData(SearchAlgorithm.Binary)]
    public void MemoryBytes_SearchWithoutIndex_AreEightAPoint(SearchAlgorithm search) =>
        Assert.Equal(800 + Padding, new HashRing(["a"], new HashRingOptions { Search = search }).MemoryBytes);

    [Fact]
    public void MemoryBytes_PointsInShadow_AreCounted()
    {
        HashRingOptions options = new() { Hash = HashFunction.Crc32, Search = SearchAlgorithm.Binary };

        Assert.Equal((8 * 100) + Padding + (8 * 700), new HashRing(CollidingNames.Crc32, options).MemoryBytes);
    }

    [Theory]
    [InlineData(10, 16)]
    [InlineData(2_000, 16)]
    [InlineData(2_001, 32)]
    [InlineData(3_000, 32)]
    public void MemoryBytes_SearchByItself_StaysWithinTheBound(int nodes, int mostBytes)
    {
        HashRing ring = new(Enumerable.Range(0, nodes).Select(i => $"node-{i}"));

        Assert.InRange(ring.MemoryBytes, 8 * ring.PointCount, mostBytes * ring.PointCount);
    }

    [Theory]
    [InlineData(SearchAlgorithm.Eytzinger, 16)]
    [InlineData(SearchAlgorithm.Bucket, 14)]
    [InlineData(SearchAlgorithm.Line, 18)]
    public void MemoryBytes_SearchWithIndex_IsWhatItsDocumentationSays(SearchAlgorithm search, int mostBytes)
    {
        HashRing ring = new(Enumerable.Range(0, 100).Select(i => $"node-{i}"), new HashRingOptions { Search = search });

        Assert.InRange(ring.MemoryBytes, (mostBytes - 1) * ring.PointCount, (mostBytes * ring.PointCount) + (2 * Padding));
    }
}
