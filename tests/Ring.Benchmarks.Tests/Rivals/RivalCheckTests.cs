using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Tests.Rivals;

public sealed class RivalCheckTests
{
    [Fact]
    public void SameNodes_AnotherAnswer_NamesRivalKeyAndAnswers()
    {
        var ring = new HashRing(["a"]);

        var error = Assert.Throws<InvalidOperationException>(() => RivalCheck.SameNodes("rival", _ => "b", ring, ["key"]));

        Assert.Equal("rival is not timed: for key \"key\" it answers b, the reference answers a.", error.Message);
    }

    [Fact]
    public void SamePoints_OtherNodes_Throws() =>
        Assert.StartsWith(
            "rival is not timed: for position of point 0 it answers ",
            Assert.Throws<InvalidOperationException>(() => RivalCheck.SamePoints("rival", new HashRing(["a"]), new HashRing(["b"]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void SamePoints_FewerPoints_Throws() => Assert.Equal(
        "rival is not timed: for number of points it answers 100, the reference answers 200.",
        Assert.Throws<InvalidOperationException>(() => RivalCheck.SamePoints("rival", new HashRing(["a"]), new HashRing(["a", "b"]))).Message);

    [Fact]
    public void SameLists_AnotherList_NamesWhoseItIs()
    {
        var ring = new HashRing(["a", "b"]);
        int[] list = [0, 0];
        ring.GetNodes("key", list);
        string[] names = [.. list.Select(node => ring.Nodes[node])];

        RivalCheck.SameLists("rival", _ => names, ring, ["key"], list);
        var rival = Assert.Throws<InvalidOperationException>(() => RivalCheck.SameLists("rival", _ => ["a", "a"], ring, ["key"], list));
        var batch = Assert.Throws<InvalidOperationException>(() => RivalCheck.SameLists("rival", _ => names, ring, ["key"], [0, 0]));

        Assert.Equal($"rival is not timed: for key \"key\" it answers a a, the reference answers {names[0]} {names[1]}.", rival.Message);
        Assert.Equal($"a batch of lists is not timed: for key \"key\" it answers a a, the reference answers {names[0]} {names[1]}.", batch.Message);
    }

    [Fact]
    public void SameBatches_AnyBatchSize_Agrees()
    {
        var ring = new HashRing(NodeNames.Take(10));

        RivalCheck.SameBatches(ring, RandomKeys.Of(RandomKeys.Unicode), 100, 7);
    }

    [Fact]
    public void Balanced_FairRival_IsFine()
    {
        string[] nodes = NodeNames.Take(20);
        var ring = new SortedListRing(nodes, 100);

        RivalCheck.Balanced("rival", ring.GetNode, new SortedListRing(nodes, 100).GetNode, nodes, SeededUuids.Take(10_000));
    }

    [Theory]
    [InlineData("a", "b", "key")]
    [InlineData("c", "c", "among the nodes")]
    [InlineData("a", "a", "fair")]
    public void Balanced_WrongRival_SaysWhatIsWrong(string answer, string second, string named)
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => RivalCheck.Balanced("rival", _ => answer, _ => second, ["a", "b"], ["key 1", "key 2"]));

        Assert.StartsWith("rival is not timed", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
