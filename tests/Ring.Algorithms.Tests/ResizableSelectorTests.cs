namespace RingPerf.Algorithms.Tests;

/// <summary>What holds for selectors whose nodes come and go in any order.</summary>
public sealed class ResizableSelectorTests
{
    private const int Nodes = 60;

    public static TheoryData<string> Algorithms => ["anchor", "dx", "memento"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Remove_AnyNode_MovesItsKeysOnly(string algorithm)
    {
        ulong[] keys = Inputs.Keys(5000);
        IResizableSelector selector = Create(algorithm, Inputs.Nodes(Nodes));

        foreach (int victim in Shuffled(Nodes)[..50])
        {
            IResizableSelector after = selector.Remove($"node-{victim}");
            AssertOnlyMoves(selector, after, keys, (from, _) => from == $"node-{victim}");
            selector = after;
        }

        Assert.Equal(Nodes - 50, selector.Nodes.Count);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Add_AfterArbitraryRemovals_MovesKeysToItOnly(string algorithm)
    {
        ulong[] keys = Inputs.Keys(5000);
        IResizableSelector selector = Create(algorithm, Inputs.Nodes(Nodes));
        foreach (int victim in Shuffled(Nodes)[..40])
        {
            selector = selector.Remove($"node-{victim}");
        }

        for (int i = 0; i < 40; i++)
        {
            IResizableSelector after = selector.Add($"new-{i}");
            AssertOnlyMoves(selector, after, keys, (_, to) => to == $"new-{i}");
            Assert.Contains($"new-{i}", after.Nodes);
            selector = after;
        }
    }

    // With as many nodes gone as this the shares stay even: chi-square with 19 degrees of freedom exceeds 43.8 once in a thousand runs.
    [Theory]
    [MemberData(nameof(Algorithms))]
    public void GetNodeIndex_TwoThirdsRemoved_IsEven(string algorithm)
    {
        IResizableSelector selector = Create(algorithm, Inputs.Nodes(Nodes));
        foreach (int victim in Shuffled(Nodes)[..40])
        {
            selector = selector.Remove($"node-{victim}");
        }

        Assert.InRange(Inputs.ChiSquare(Inputs.Counts(selector, Inputs.Keys(40_000))), 0, 43.8);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Add_WhatWasRemovedLast_RestoresEveryKey(string algorithm)
    {
        IResizableSelector full = Create(algorithm, Inputs.Nodes(Nodes));
        IResizableSelector back = full.Remove("node-17").Add("node-17");

        Assert.All(Inputs.Keys(2000), key => Assert.Equal(full.Nodes[full.GetNodeIndex(key)], back.Nodes[back.GetNodeIndex(key)]));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Remove_EveryNode_AnswersMinusOneAndTakesNodesAgain(string algorithm)
    {
        IResizableSelector selector = Create(algorithm, Inputs.Nodes(5));
        foreach (int victim in (int[])[2, 4, 0, 3, 1])
        {
            selector = selector.Remove($"node-{victim}");
        }

        Assert.Equal(-1, selector.GetNodeIndex(1));
        IResizableSelector one = selector.Add("only");
        Assert.All(Inputs.Keys(100), key => Assert.Equal("only", one.Nodes[one.GetNodeIndex(key)]));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Change_ThatDoesNotFit_NamesTheNode(string algorithm)
    {
        IResizableSelector selector = Create(algorithm, ["a", "b"]);

        AssertNamed("There is no node x.", "node", () => selector.Remove("x"));
        AssertNamed("The node a is there already.", "node", () => selector.Add("a"));
        AssertNamed("The node a is given twice.", "nodes", () => Create(algorithm, ["a", "a"]));
        Assert.Equal(["a", "b"], selector.Nodes);
    }

    [Theory]
    [InlineData("anchor", "All 2 buckets work; the capacity is chosen when the selector is made.")]
    [InlineData("dx", "All 2 slots have a node; the capacity is chosen when the selector is made.")]
    public void Add_BeyondTheCapacity_IsRefused(string algorithm, string message)
    {
        IResizableSelector full = algorithm == "anchor" ? new Anchor(["a", "b"], 2) : new DxHash(["a", "b"], 2);

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => full.Add("c")).Message);
    }

    [Fact]
    public void Memento_LastNodeRemoved_IsJumpOfOneLess()
    {
        IResizableSelector selector = new Memento(Inputs.Nodes(10)).Remove("node-9").Remove("node-8");

        Assert.All(Inputs.Keys(1000), key => Assert.Equal(JumpHash.Bucket(key, 8), selector.GetNodeIndex(key)));
        Assert.Equal(new Memento(Inputs.Nodes(8)).MemoryBytes + 8, selector.MemoryBytes);
    }

    private static void AssertNamed(string message, string parameter, Func<object> call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, call).Message, StringComparison.Ordinal);

    private static int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(7).Shuffle(order);
        return order;
    }

    private static void AssertOnlyMoves(INodeSelector before, INodeSelector after, ulong[] keys, Func<string, string, bool> mayMove)
    {
        int moved = 0;
        foreach (ulong key in keys)
        {
            string from = before.Nodes[before.GetNodeIndex(key)];
            string to = after.Nodes[after.GetNodeIndex(key)];
            moved += from == to ? 0 : 1;
            Assert.True(from == to || mayMove(from, to), $"key {key} went from {from} to {to}");
        }

        Assert.NotEqual(0, moved);
    }

    private static IResizableSelector Create(string algorithm, string[] nodes) => algorithm switch
    {
        "anchor" => new Anchor(nodes),
        "dx" => new DxHash(nodes),
        _ => new Memento(nodes),
    };
}
