namespace RingPerf.Algorithms.Tests;

public sealed class MultiProbeTests
{
    /// <summary>The paper's claim: 21 probes bring a peak-to-mean of about 1.05; the keys' own noise adds 1 % a node here.</summary>
    [Theory]
    [InlineData(1, 2, 12)]
    [InlineData(21, 1.01, 1.1)]
    public void GetNodeIndex_MoreProbes_IsMoreEven(int probes, double least, double most)
    {
        int[] counts = Inputs.Counts(new MultiProbe(Inputs.Nodes(100), probes), Inputs.Keys(1_000_000));

        Assert.InRange(counts.Max() / counts.Average(), least, most);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(49)]
    public void GetNodeIndex_AnyNodeRemoved_MovesItsKeysOnly(int removed)
    {
        string[] nodes = Inputs.Nodes(50);
        var before = new MultiProbe(nodes);
        var after = new MultiProbe(nodes.Where((_, node) => node != removed));

        foreach (ulong key in Inputs.Keys(10_000))
        {
            int owner = before.GetNodeIndex(key);
            Assert.True(owner == removed || nodes[owner] == after.Nodes[after.GetNodeIndex(key)], $"key {key}");
        }
    }

    // One probe: a ring of one 64-bit point a node, found here by looking at all of them.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(33)]
    public void GetNodeIndex_OneProbe_IsTheNextPointOfARing(int count)
    {
        string[] nodes = Inputs.Nodes(count);
        var selector = new MultiProbe(nodes, 1);

        Assert.All(Inputs.Keys(2000), key => Assert.Equal(
            nodes.MinBy(node => unchecked(KeyHash.Of(node) - key)), nodes[selector.GetNodeIndex(key)]));
    }

    [Fact]
    public void GetNodeIndex_NoNodes_IsMinusOne() => Assert.Equal(-1, new MultiProbe([]).GetNodeIndex(1));
}
