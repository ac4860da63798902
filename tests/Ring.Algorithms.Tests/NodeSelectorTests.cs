namespace RingPerf.Algorithms.Tests;

/// <summary>What holds for every algorithm.</summary>
public sealed class NodeSelectorTests
{
    private const int Nodes = 100;

    // Chi-square with 99 degrees of freedom is above 149 once in a thousand runs; keys are seeded, so it never flickers.
    private const double ChiSquareLimit = 149;

    public static TheoryData<string> Algorithms => ["jump", "rendezvous", "weighted-rendezvous", "maglev", "anchor", "dx", "memento"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void GetNodeIndex_ManyKeys_IsEven(string algorithm) =>
        Assert.InRange(Inputs.ChiSquare(Inputs.Counts(Create(algorithm, Inputs.Nodes(Nodes)), Inputs.Keys(100_000))), 0, ChiSquareLimit);

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void GetNodeIndex_LastNodeAdded_MovesKeysToItAndFewOthers(string algorithm)
    {
        INodeSelector before = Create(algorithm, Inputs.Nodes(Nodes));
        INodeSelector after = Create(algorithm, Inputs.Nodes(Nodes + 1));
        ulong[] keys = Inputs.Keys(50_000);

        int[] moved = [.. keys.Where(key => before.GetNodeIndex(key) != after.GetNodeIndex(key)).Select(after.GetNodeIndex)];

        int elsewhere = moved.Count(node => node != Nodes);
        Assert.InRange(moved.Length - elsewhere, keys.Length * 0.8 / (Nodes + 1), keys.Length * 1.2 / (Nodes + 1));
        Assert.InRange(elsewhere, 0, algorithm == "maglev" ? keys.Length * 0.03 : 0);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void GetNodeIndex_TwoInstances_Agree(string algorithm)
    {
        INodeSelector one = Create(algorithm, Inputs.Nodes(7));
        INodeSelector other = Create(algorithm, Inputs.Nodes(7));

        Assert.All(Inputs.Keys(1000), key => Assert.Equal(one.GetNodeIndex(key), other.GetNodeIndex(key)));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void GetNodeIndex_NoNodes_IsMinusOne(string algorithm) => Assert.Equal(-1, Create(algorithm, []).GetNodeIndex(1));

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void GetNodeIndex_TextOrItsBytes_Agree(string algorithm)
    {
        INodeSelector selector = Create(algorithm, Inputs.Nodes(50));
        string longKey = new('é', 1000);

        Assert.Equal(selector.GetNodeIndex("schlüssel"), selector.GetNodeIndex("schlüssel"u8));
        Assert.Equal(selector.GetNodeIndex(longKey), selector.GetNodeIndex(System.Text.Encoding.UTF8.GetBytes(longKey)));
    }

    [Theory]
    [InlineData("jump", 0)]
    [InlineData("rendezvous", 8 * Nodes)]
    [InlineData("weighted-rendezvous", 16 * Nodes)]
    [InlineData("maglev", 4 * Maglev.DefaultTableSize)]
    [InlineData("anchor", (8 * 2 * Nodes) + (4 * Nodes))]
    [InlineData("dx", (256 / 8) + (4 * Nodes))]
    [InlineData("memento", 4 * Nodes)]
    public void MemoryBytes_IsTheTables(string algorithm, long bytes) =>
        Assert.Equal(bytes, Create(algorithm, Inputs.Nodes(Nodes)).MemoryBytes);

    private static INodeSelector Create(string algorithm, string[] nodes) => algorithm switch
    {
        "jump" => new JumpHash(nodes),
        "rendezvous" => new Rendezvous(nodes),
        "weighted-rendezvous" => new WeightedRendezvous(nodes.Select(node => (node, 1.0))),
        "anchor" => new Anchor(nodes, Math.Max(1, 2 * Nodes)),
        "dx" => new DxHash(nodes, 256),
        "memento" => new Memento(nodes),
        _ => new Maglev(nodes),
    };
}
