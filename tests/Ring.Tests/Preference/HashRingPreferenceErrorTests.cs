namespace RingPerf.Tests.Preference;

/// <summary>Wrong arguments of preference lists, and what the errors say.</summary>
public sealed class HashRingPreferenceErrorTests
{
    private static readonly HashRing Three = new(["a", "b", "c"]);

    [Fact]
    public void GetNodes_WrongKeyOfAnEmptyRing_IsNamed() =>
        Assert.Throws<ArgumentException>("key", () => new HashRing([]).GetNodes("\ud800", new int[1], new EvenNodes([])));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void GetNodes_ExcludedThatIsNoNode_IsNamed(int node)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("excluded", () => Three.GetNodes("k", new int[1], [0, node]));

        Assert.Equal(node, error.ActualValue);
        MessageAssert.Starts($"excluded[1] is {node}; it must be from 0 to below 3.", error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void GetNodesAcrossZones_ZonesOfAnotherRing_AreRefused(int length)
    {
        var error = Assert.Throws<ArgumentException>("zones", () => Three.GetNodesAcrossZones("k", new int[1], new int[length]));

        MessageAssert.Starts($"zones has {length} elements; it must have 3, one a node.", error);
    }

    [Fact]
    public void GetNodes_DestinationOverItsSource_IsRefusedAndUntouched()
    {
        int[] shared = [0, 1, 2];

        MessageAssert.Starts("nodes overlaps excluded; it must lie elsewhere.", Assert.Throws<ArgumentException>(
            "nodes", () => Three.GetNodes("k", shared, shared.AsSpan(2))));
        MessageAssert.Starts("nodes overlaps zones; it must lie elsewhere.", Assert.Throws<ArgumentException>(
            "nodes", () => Three.GetNodesAcrossZones("k", shared, shared)));
        MessageAssert.Starts("nodeIndices overlaps offsets; it must lie elsewhere.", Assert.Throws<ArgumentException>(
            "nodeIndices", () => Three.GetNodes("abc"u8, shared, 1, shared)));
        Assert.Equal([0, 1, 2], shared);
    }

    [Fact]
    public void GetNodes_WrongBatch_IsNamedAndNothingWritten()
    {
        int[] rows = [-7, -7, -7];

        MessageAssert.Starts("count is -1; it must be at least 0.", Assert.Throws<ArgumentOutOfRangeException>(
            "count", () => Three.GetNodes("ab"u8, [0, 1, 2], -1, rows)));
        MessageAssert.Starts("count is -1; it must be at least 0.", Assert.Throws<ArgumentOutOfRangeException>(
            "count", () => Three.GetNodes(["a"], -1, rows)));
        MessageAssert.Starts("nodeIndices has room for 3; it must have at least 4.", Assert.Throws<ArgumentException>(
            "nodeIndices", () => Three.GetNodes("ab"u8, [0, 1, 2], 2, rows)));
        MessageAssert.Starts("nodeIndices has room for 3; it must have at least 4294967294.", Assert.Throws<ArgumentException>(
            "nodeIndices", () => Three.GetNodes(["a", "b"], int.MaxValue, rows)));
        MessageAssert.Starts("offsets[1] is 3; it must be at most utf8.Length, which is 2.", Assert.Throws<ArgumentException>(
            "offsets", () => Three.GetNodes("ab"u8, [0, 3], 1, rows)));
        Assert.All(rows, node => Assert.Equal(-7, node));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void GetNodes_WrongKeyOfABatch_IsNamedByItsIndex(int index)
    {
        string?[] keys = [.. Enumerable.Range(0, 400).Select(i => $"res-{i}")];
        keys[index] = null;
        MessageAssert.Starts(
            $"keys[{index}] is null", Assert.Throws<ArgumentNullException>("keys", () => Three.GetNodes(keys!, 2, new int[800])));
        keys[index] = new string('k', 20_000) + "\ud800";
        MessageAssert.Starts(
            $"The key keys[{index}], \"kkk", Assert.Throws<ArgumentException>("keys", () => Three.GetNodes(keys!, 2, new int[800])));
    }
}
