namespace RingPerf.Tests;

/// <summary>The paper's expectations: nodes passed by a key, and keys moved by a change, O(1 / ε²) whatever the size. Seeds are fixed.</summary>
public sealed class BoundedLoadsCostTests
{
    /// <summary>One point a node is the paper's model, in which full nodes clog; many points spread what is passed on.</summary>
    [Theory]
    [InlineData(100, 1, 1.0)]
    [InlineData(100, 1, 0.5)]
    [InlineData(100, 1, 0.25)]
    [InlineData(1000, 1, 0.25)]
    [InlineData(1000, 1, 0.1)]
    [InlineData(100, 100, 0.25)]
    [InlineData(1000, 100, 0.1)]
    public void Assign_RandomKeys_PassesFewNodes(int nodes, int replicas, double epsilon)
    {
        const int Rings = 5;
        var random = new Random(20240601);
        double passed = 0;
        for (int i = 0; i < Rings; i++)
        {
            HashRing ring = new(Names(random, nodes), replicas);
            var bounded = new BoundedLoads(ring, 1 + epsilon);
            passed += Enumerable.Range(0, nodes * 20).Average(_ => Passed(bounded, random));
        }

        // 2 / ε² is the paper's constant for ε < 1; it holds on average over rings and keys.
        Assert.InRange(passed / Rings, 0.01, 2 / (epsilon * epsilon));
    }

    [Fact]
    public void Assign_TenTimesTheNodes_PassesAsMany()
    {
        double[] means =
        [
            .. new[] { 100, 1000 }.Select(nodes =>
            {
                var random = new Random(20240602);
                return Enumerable.Range(0, 20_000 / nodes).Average(_ =>
                {
                    var bounded = new BoundedLoads(new HashRing(Names(random, nodes), 1), 1.5);
                    return Enumerable.Range(0, nodes * 10).Average(_ => Passed(bounded, random));
                });
            }),
        ];

        Assert.InRange(means[1] / means[0], 0.8, 1.25);
    }

    /// <summary>Keys placed in one order on two rings that differ by a node: those that go elsewhere though theirs stayed.</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    [InlineData(0.25)]
    public void Assign_OneNodeLess_MovesFewOtherKeys(double epsilon)
    {
        const int Nodes = 100;
        const int Keys = 2000;
        const int Rings = 20;
        var random = new Random(20240603);
        double moved = 0;
        for (int i = 0; i < Rings; i++)
        {
            HashRing before = new(Names(random, Nodes));
            HashRing after = before.Remove(before.Nodes[i]);
            string[] keys = Names(random, Keys);
            string[] old = Placed(before, keys, epsilon);
            string[] now = Placed(after, keys, epsilon);
            moved += keys.Where((_, key) => old[key] != before.Nodes[i] && old[key] != now[key]).Count();
        }

        // A key that leaves the node moves 2 / ε² others at most on average; a node has its mean of them, Keys / Nodes times 1 + ε.
        double most = 2 / (epsilon * epsilon) * (1 + epsilon) * Keys / Nodes;
        Assert.InRange(moved / Rings, 0, most);
        Assert.InRange(most, 0, 0.95 * Keys);
    }

    private static int Passed(BoundedLoads bounded, Random random)
    {
        Assert.InRange(bounded.AssignAt((uint)random.NextInt64(1L << 32), out int steps), 0, bounded.Ring.Nodes.Count - 1);
        return steps - 1;
    }

    private static string[] Placed(HashRing ring, string[] keys, double epsilon)
    {
        var bounded = new BoundedLoads(ring, 1 + epsilon);
        return Array.ConvertAll(keys, key => ring.Nodes[bounded.Assign(key)]);
    }

    private static string[] Names(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => $"{random.NextInt64():x16}")];
}
