namespace RingPerf.Algorithms.Tests;

public sealed class RendezvousTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(49)]
    public void GetNodeIndex_AnyNodeRemoved_MovesItsKeysOnly(int removed)
    {
        string[] nodes = Inputs.Nodes(50);
        var before = new Rendezvous(nodes);
        var after = new Rendezvous(nodes.Where((_, node) => node != removed));

        foreach (ulong key in Inputs.Keys(10_000))
        {
            int owner = before.GetNodeIndex(key);
            Assert.True(owner == removed || nodes[owner] == after.Nodes[after.GetNodeIndex(key)], $"key {key}");
        }
    }

    [Fact]
    public void GetNodeIndex_AnotherOrder_SameNode()
    {
        string[] nodes = Inputs.Nodes(50);
        var given = new Rendezvous(nodes);
        var reversed = new Rendezvous(nodes.Reverse());

        Assert.All(
            Inputs.Keys(1000),
            key => Assert.Equal(given.Nodes[given.GetNodeIndex(key)], reversed.Nodes[reversed.GetNodeIndex(key)]));
    }
}
