using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>The canonical rule: who wins does not depend on the order in which nodes are given.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingCanonicalTests
{
    private static readonly HashRingOptions Options = new() { Hash = HashFunction.Crc32, Collisions = CollisionRule.Canonical };

    [Property(MaxTest = 200)]
    public void Owners_AnyOrderOfTheSameNodes_AreTheSame(RingInput input, int seed)
    {
        RingInput canonical = input with { Options = input.Options with { Collisions = CollisionRule.Canonical } };
        string[] shuffled = [.. input.Nodes, .. input.Nodes];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(PointsOf(canonical.Build()), PointsOf((canonical with { Nodes = shuffled }).Build()));
    }

    [Fact]
    public void Owners_NamesWhoseUtf8AndUtf16OrdersDiffer_FollowUtf8()
    {
        string utf8Greatest = CollidingNames.Crc32.Single(name => name.EndsWith("cpykchcaplumlessplumless", StringComparison.Ordinal));
        string utf16Greatest = CollidingNames.Crc32.Max(StringComparer.Ordinal)!;
        HashRing ring = new(CollidingNames.Crc32, Options);
        HashRing reversed = new(CollidingNames.Crc32.Reverse(), Options);

        Assert.StartsWith("\ufffd", utf16Greatest, StringComparison.Ordinal);
        Assert.Equal(100, ring.PointCount);
        Assert.All(ring.Owners.ToArray(), owner => Assert.Equal(utf8Greatest, ring.Nodes[owner]));
        Assert.Equal(PointsOf(ring), PointsOf(reversed));
    }

    [Fact]
    public void Owners_LastWins_DependOnTheOrder()
    {
        HashRingOptions options = Options with { Collisions = CollisionRule.LastWins };

        Assert.Equal("buckeroo", new HashRing(["plumless", "buckeroo"], options).GetNode("a"));
        Assert.Equal("plumless", new HashRing(["buckeroo", "plumless"], options).GetNode("a"));
        Assert.Equal("plumless", new HashRing(["plumless", "buckeroo", "plumless"], options).GetNode("a"));
    }

    private static (uint, string)[] PointsOf(HashRing ring) =>
        [.. ring.Positions.ToArray().Zip(ring.Owners.ToArray(), (position, owner) => (position, ring.Nodes[owner]))];
}
