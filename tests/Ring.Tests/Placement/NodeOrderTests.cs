using FsCheck.Xunit;
using RingPerf.Placement;

namespace RingPerf.Tests.Placement;

[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class NodeOrderTests
{
    [Property(MaxTest = 300)]
    public void Of_AnyNodes_RanksThemByWhoWins(RingInput input)
    {
        NodeOrder order = NodeOrder.Of(input.Nodes, input.Options.Collisions);
        string[] winning = input.WinningOrder;
        string[] byRank = [.. input.Distinct.OrderBy(node => Array.LastIndexOf(winning, node))];

        Assert.Equal(input.Distinct, order.Names);
        Assert.Equal(byRank, order.Names.OrderBy(node => order.Ranks[order.IndexOf(node)]));
        Assert.Equal(Enumerable.Range(0, order.Names.Length), order.Ranks.Order());
        Assert.All(order.Names, (node, index) => Assert.Equal(index, order.IndexOf(node)));
        Assert.Equal(-1, order.IndexOf("no such node"));
    }

    [Property(MaxTest = 300)]
    public void AppendAndWithout_AnyNodes_EqualTheOrderOfTheNewList(RingInput input, byte[] choices)
    {
        CollisionRule rule = input.Options.Collisions;
        List<string> nodes = [.. input.Nodes];
        NodeOrder order = NodeOrder.Of(nodes, rule);
        foreach (byte choice in choices)
        {
            string node = choice % 2 == 0 || nodes.Count == 0 ? CollidingNames.Crc32[choice / 2 % 8] : nodes[choice % nodes.Count];
            int index = order.IndexOf(node);
            order = index < 0 ? order.Append(node, rule) : order.Without(index);
            if (nodes.RemoveAll(other => other == node) == 0)
            {
                nodes.Add(node);
            }

            NodeOrder expected = NodeOrder.Of(nodes, rule);
            Assert.Equal(expected.Names, order.Names);
            Assert.Equal(expected.Ranks, order.Ranks);
            Assert.All(expected.Names, (name, i) => Assert.Equal(i, order.IndexOf(name)));
            Assert.Equal(expected.IndexOf(node), order.IndexOf(node));
        }
    }

    [Fact]
    public void Of_LastWins_RanksByLastOccurrence()
    {
        Assert.Equal([1, 0], NodeOrder.Of(["A", "B", "A"], CollisionRule.LastWins).Ranks);
        Assert.Equal([0, 1], NodeOrder.Of(["A", "B", "A", "B"], CollisionRule.LastWins).Ranks);
        Assert.Equal([2, 0, 1], NodeOrder.Of(["c", "a", "b", "c"], CollisionRule.LastWins).Ranks);
    }

    [Fact]
    public void Of_Canonical_RanksByUnsignedUtf8()
    {
        Assert.Equal([0, 1], NodeOrder.Of(["\ufffd", "😀"], CollisionRule.Canonical).Ranks);
        Assert.Equal([1, 0], NodeOrder.Of(["é", "z"], CollisionRule.Canonical).Ranks);
        Assert.Equal([1, 0, 2], NodeOrder.Of(["ab", "a", "b"], CollisionRule.Canonical).Ranks);
        Assert.Equal([1, 2, 0], NodeOrder.Of(["Z", "a", ""], CollisionRule.Canonical).Ranks);
    }
}
