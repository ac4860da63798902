using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>Add and Remove equal a rebuild, point by point.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingMembershipTests
{
    private static readonly string[] Newcomers = [.. CollidingNames.Crc32, .. CollidingNames.Crc32WithThemselves, "new-0", "new-1", "'new'", "ñew", ""];

    [Property]
    public void Add_AnyRing_EqualsARebuild(RingInput input)
    {
        HashRing ring = input.Build();
        foreach (string node in Newcomers.Except(input.Nodes))
        {
            RingAssert.Same((input with { Nodes = [.. input.Nodes, node] }).Build(), ring.Add(node));
        }

        RingAssert.Same(input.Build(), ring);
    }

    [Property]
    public void Remove_AnyRing_EqualsARebuild(RingInput input)
    {
        HashRing ring = input.Build();
        foreach (string node in input.Distinct)
        {
            RingAssert.Same((input with { Nodes = [.. input.Nodes.Where(other => other != node)] }).Build(), ring.Remove(node));
        }

        RingAssert.Same(input.Build(), ring);
    }

    [Property]
    public void AddAndRemove_ManyInARow_EqualARebuildAfterEach(RingInput input, byte[] choices)
    {
        HashRing ring = input.Build();
        List<string> nodes = [.. input.Nodes];
        foreach (byte choice in choices)
        {
            string[] absent = [.. Newcomers.Except(nodes)];
            if ((choice % 2 == 0 && absent.Length > 0) || nodes.Count == 0)
            {
                string node = absent[choice / 2 % absent.Length];
                nodes.Add(node);
                ring = ring.Add(node);
            }
            else
            {
                string node = nodes[choice / 2 % nodes.Count];
                nodes.RemoveAll(other => other == node);
                ring = ring.Remove(node);
            }

            RingAssert.Same((input with { Nodes = [.. nodes] }).Build(), ring);
        }
    }

    [Theory]
    [InlineData(CollisionRule.LastWins)]
    [InlineData(CollisionRule.Canonical)]
    public void Remove_DownToNothingAndBack_EqualsTheFirstRing(CollisionRule rule)
    {
        HashRingOptions options = new() { Hash = HashFunction.Crc32, Replicas = 12, Collisions = rule };
        HashRing full = new(CollidingNames.Crc32, options);
        HashRing ring = CollidingNames.Crc32.Aggregate(full, (current, node) => current.Remove(node));

        Assert.Equal(0, ring.PointCount);
        Assert.Null(ring.GetNode("a"));
        RingAssert.Same(full, CollidingNames.Crc32.Aggregate(ring, (current, node) => current.Add(node)));
    }

    [Fact]
    public void Add_PresentNode_IsRefusedAndNamed()
    {
        HashRing ring = new(["a", "b"]);
        var error = Assert.Throws<ArgumentException>(() => ring.Add("b"));

        Assert.Equal("node", error.ParamName);
        MessageAssert.Starts("The node \"b\" is already in the ring.", error);
    }

    [Fact]
    public void Remove_AbsentNode_IsRefusedAndNamed()
    {
        HashRing ring = new(["a", "b"]);
        var error = Assert.Throws<ArgumentException>(() => ring.Remove("B"));

        Assert.Equal("node", error.ParamName);
        MessageAssert.Starts("The node \"B\" is not in the ring.", error);
    }
}
