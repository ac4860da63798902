using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Tests.Rivals;

public sealed class NaivePortRingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 100)]
    [InlineData(50, 7)]
    public void GetNode_AnyKey_IsTheRings(int nodes, int replicas)
    {
        string[] names = NodeNames.Take(nodes);
        string[] keys = [.. SeededUuids.Take(2000), "", "é", "node-0-0", "node-0-1"];

        RivalCheck.SameNodes("naive", new NaivePortRing(names, replicas).GetNode, new HashRing(names, replicas), keys);
    }

    [Theory]
    [InlineData("node-71", "node-407")]
    [InlineData("node-407", "node-71")]
    public void GetNode_CollidingNodes_LastWins(string first, string second)
    {
        var ring = new HashRing([first, second]);
        string[] labels = [.. Enumerable.Range(0, 100).SelectMany(replica => new[] { $"{first}-{replica}", $"{second}-{replica}" })];

        Assert.Equal(199, ring.PointCount);
        RivalCheck.SameNodes("naive", new NaivePortRing([first, second], 100).GetNode, ring, [.. labels, .. SeededUuids.Take(5000)]);
    }

    [Fact]
    public void GetNodes_MoreThanThereAre_AreAll()
    {
        var ring = new NaivePortRing(["a", "b"], 100);

        Assert.Equal(["a", "b"], ring.GetNodes("key", 5).Order());
        Assert.Equal(ring.GetNode("key"), ring.GetNodes("key", 5)[0]);
        Assert.Empty(new NaivePortRing([], 100).GetNodes("key", 5));
    }

    [Fact]
    public void GetNode_NoNodes_IsNull() => Assert.Null(new NaivePortRing([], 100).GetNode("key"));
}
