using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>Who owns a position that several labels hash to.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingCollisionTests
{
    public static TheoryData<int> Pairs => [.. Enumerable.Range(0, CollidingNames.Md5.Length)];

    [Property(MaxTest = 200)]
    public void GetCollisions_AnyRing_AreThoseOfTheModel(RingInput input) =>
        Assert.Equal(CollisionModel.Of(input), input.Build().GetCollisions());

    [Theory]
    [MemberData(nameof(Pairs))]
    public void GetNodeIndexAt_KnownPairInBothOrders_GivesTheLast(int index)
    {
        CollidingPair pair = CollidingNames.Md5[index];

        Assert.Equal(pair.B, WinnerOf(pair, [pair.A, pair.B], CollisionRule.LastWins));
        Assert.Equal(pair.A, WinnerOf(pair, [pair.B, pair.A], CollisionRule.LastWins));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void GetNodeIndexAt_KnownPairRepeated_GivesTheOneOfTheLastPlace(int index)
    {
        CollidingPair pair = CollidingNames.Md5[index];

        Assert.Equal(pair.A, WinnerOf(pair, [pair.A, pair.B, pair.A], CollisionRule.LastWins));
        Assert.Equal(pair.B, WinnerOf(pair, [pair.B, pair.A, pair.A, pair.B], CollisionRule.LastWins));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void GetNodeIndexAt_KnownPairCanonical_GivesTheGreaterInAnyOrder(int index)
    {
        CollidingPair pair = CollidingNames.Md5[index];
        string greater = string.CompareOrdinal(pair.A, pair.B) > 0 ? pair.A : pair.B;

        Assert.Equal(greater, WinnerOf(pair, [pair.A, pair.B], CollisionRule.Canonical));
        Assert.Equal(greater, WinnerOf(pair, [pair.B, pair.A], CollisionRule.Canonical));
        Assert.Equal(greater, WinnerOf(pair, [pair.A, pair.B, pair.A], CollisionRule.Canonical));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void GetCollisions_KnownPair_NamesBothLabels(int index)
    {
        CollidingPair pair = CollidingNames.Md5[index];
        HashRing ring = Build(pair, [pair.A, "x", pair.B], CollisionRule.LastWins);

        RingCollision collision = Assert.Single(ring.GetCollisions());
        Assert.Equal(299, ring.PointCount);
        Assert.Equal(
            (pair.Position, 2, pair.ReplicaB, 0, pair.ReplicaA),
            (collision.Position, collision.Winner, collision.WinnerReplica, collision.Loser, collision.LoserReplica));
        Assert.Equal(collision.Arc, ring.GetArc(ring.Positions.BinarySearch(pair.Position)));
        Assert.Equal(pair.Position, ring.GetPosition(ring.GetLabel(0, pair.ReplicaA)));
        Assert.Equal(pair.Position, ring.GetPosition(ring.GetLabel(2, pair.ReplicaB)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Remove_WinnerOfKnownPair_GivesThePointBack(int index)
    {
        CollidingPair pair = CollidingNames.Md5[index];
        HashRing both = Build(pair, ["x", pair.A, pair.B], CollisionRule.LastWins);
        HashRing loser = both.Remove(pair.B);

        RingAssert.Same(Build(pair, ["x", pair.A], CollisionRule.LastWins), loser);
        Assert.Equal(1, loser.GetNodeIndexAt(pair.Position - 1));
        Assert.Empty(loser.GetCollisions());
        RingAssert.Same(both, loser.Add(pair.B));
    }

    [Fact]
    public void GetCollisions_NodeThatCollidesWithItself_NamesBothReplicas()
    {
        HashRing ring = new(["n7"], 20_000);

        RingCollision collision = Assert.Single(ring.GetCollisions());
        Assert.Equal((0, 0), (collision.Winner, collision.Loser));
        Assert.True(collision.WinnerReplica > collision.LoserReplica);
        Assert.Equal(collision.Position, ring.GetPosition(ring.GetLabel(0, collision.WinnerReplica)));
        Assert.Equal(collision.Position, ring.GetPosition(ring.GetLabel(0, collision.LoserReplica)));
        RingAssert.Same(ring, new HashRing([], 20_000).Add("n7"));
    }

    [Theory]
    [InlineData(CollisionRule.LastWins)]
    [InlineData(CollisionRule.Canonical)]
    public void GetCollisions_NodesThatCollideWithThemselvesAndEachOther_NameEveryLabelOnce(CollisionRule rule)
    {
        HashRingOptions options = new() { Replicas = 18, Hash = HashFunction.Crc32, Collisions = rule };
        RingInput input = new(CollidingNames.Crc32WithThemselves, options);
        HashRing ring = input.Build();

        Assert.Equal(10, ring.PointCount);
        Assert.Equal((2 * 18) - 10, ring.GetCollisions().Length);
        Assert.Equal(CollisionModel.Of(input), ring.GetCollisions());
    }

    [Fact]
    public void GetCollisions_NoTwoLabelsAlike_IsEmpty() => Assert.Empty(new HashRing(["a", "b", "c"]).GetCollisions());

    private static HashRing Build(CollidingPair pair, string[] nodes, CollisionRule rule) =>
        new(nodes, new HashRingOptions { Labels = pair.Labels, Collisions = rule });

    private static string WinnerOf(CollidingPair pair, string[] nodes, CollisionRule rule)
    {
        HashRing ring = Build(pair, nodes, rule);
        Assert.Equal(199, ring.PointCount);
        return ring.Nodes[ring.GetNodeIndexAt(pair.Position - 1)];
    }
}
