namespace RingPerf.Algorithms.Tests;

public sealed class MaglevTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 7)]
    [InlineData(100, Maglev.DefaultTableSize)]
    [InlineData(1000, Maglev.DefaultTableSize)]
    public void Table_AnySize_GivesNodesEqualTurns(int nodes, int size)
    {
        int[] entries = new int[nodes];
        foreach (int node in new Maglev(Inputs.Nodes(nodes), size).Table)
        {
            entries[node]++;
        }

        Assert.Equal(size, entries.Sum());
        Assert.InRange(entries.Max() - entries.Min(), 0, 1);
    }

    /// <summary>Section 5.3 of the paper: some entries change hands beyond those of the node that went; here at most 3 %.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(99)]
    public void Table_OneOfHundredNodesRemoved_KeepsMostOthers(int removed)
    {
        string[] nodes = Inputs.Nodes(100);
        var before = new Maglev(nodes);
        var after = new Maglev(nodes.Where((_, node) => node != removed));

        int disrupted = 0;
        for (int entry = 0; entry < before.Table.Length; entry++)
        {
            int owner = before.Table[entry];
            disrupted += owner != removed && nodes[owner] != after.Nodes[after.Table[entry]] ? 1 : 0;
        }

        Assert.InRange(disrupted, 1, before.Table.Length * 3 / 100);
    }
}
