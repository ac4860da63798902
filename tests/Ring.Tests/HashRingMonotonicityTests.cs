using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>A change of nodes moves only the keys it must: checked at every position where an owner can change, so for all keys.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingMonotonicityTests
{
    private const string New = "the new node";

    [Property]
    public void Constructor_OneNodeMore_MovesPositionsOnlyToIt(RingInput input)
    {
        HashRing before = input.Build();
        HashRing after = (input with { Nodes = [.. input.Nodes, New] }).Build();
        foreach (uint position in RingAssert.Edges(before, after))
        {
            string? owner = OwnerAt(after, position);
            if (owner != New)
            {
                Assert.Equal(OwnerAt(before, position), owner);
            }
        }
    }

    [Property]
    public void Constructor_OneNodeLess_MovesOnlyThePositionsOfThatNode(RingInput input)
    {
        HashRing before = input.Build();
        foreach (string gone in before.Nodes)
        {
            HashRing after = (input with { Nodes = [.. input.Nodes.Where(node => node != gone)] }).Build();
            foreach (uint position in RingAssert.Edges(before, after))
            {
                string? owner = OwnerAt(before, position);
                if (owner != gone)
                {
                    Assert.Equal(owner, OwnerAt(after, position));
                }
            }
        }
    }

    [Fact]
    public void Add_OneNodeMore_MovesSomeKeysAndOnlyToIt()
    {
        HashRing before = new(Enumerable.Range(0, 10).Select(i => $"node-{i}"));
        HashRing after = before.Add(New);
        string[] moved = [.. Enumerable.Range(0, 2000).Select(i => $"res-{i}").Where(key => before.GetNode(key) != after.GetNode(key))];

        Assert.NotEmpty(moved);
        Assert.All(moved, key => Assert.Equal(New, after.GetNode(key)));
    }

    private static string? OwnerAt(HashRing ring, uint position)
    {
        int owner = ring.GetNodeIndexAt(position);
        return owner < 0 ? null : ring.Nodes[owner];
    }
}
