using System.Globalization;
using FsCheck.Xunit;

namespace RingPerf.Tests.State;

/// <summary>The checksum is equal where every answer is, and golden.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class ChecksumTests
{
    [Fact]
    public void Checksum_GoldenRings_AreThoseOfTheScript() => Assert.All(
        Vectors.States.Cases,
        vector => Assert.Equal(vector.Checksum, vector.Build().Checksum.ToString("x16", CultureInfo.InvariantCulture)));

    [Property]
    public void Checksum_AnyTwoRingsOfOneHash_AreEqualWhereAnswersAre(WeightedInput left, WeightedInput right)
    {
        right = right with { Options = right.Options with { Hash = left.Options.Hash } };
        AssertEqualWhereAnswersAre(left.Build(), right.Build());
    }

    [Property]
    public void Checksum_OneNodeMoreAndAnotherOrder_AreEqualWhereAnswersAre(WeightedInput input, byte choice)
    {
        HashRing ring = input.Build();
        RingNode[] nodes = input.Nodes;
        AssertEqualWhereAnswersAre(ring, new HashRing(nodes.Reverse(), input.Options));
        AssertEqualWhereAnswersAre(ring, new HashRing(nodes, input.Options with { Replicas = input.Options.Replicas + (choice % 2) }));
        if (nodes.Length > 0)
        {
            AssertEqualWhereAnswersAre(ring, ring.Remove(nodes[choice % nodes.Length].Name));
            AssertEqualWhereAnswersAre(ring, ring.Reweight(nodes[choice % nodes.Length].Name, 2));
        }
    }

    [Property]
    public void Checksum_AnySearchAndBothMd5_AreEqual(WeightedInput input)
    {
        HashRingOptions options = input.Options with { Hash = HashFunction.Md5 };
        ulong[] checksums =
        [
            .. from search in Enum.GetValues<SearchAlgorithm>()
               from hash in new[] { HashFunction.Md5, HashFunction.Md5Platform }
               select new HashRing(input.Nodes, options with { Search = search, Hash = hash }).Checksum,
        ];

        Assert.Single(checksums.Distinct());
    }

    [Fact]
    public void Checksum_OneOwner_IsThatOfItsNameUnderAnyHash()
    {
        ulong[] checksums = [.. Enum.GetValues<HashFunction>().Select(hash => new HashRing(["a"], new HashRingOptions { Hash = hash }).Checksum)];

        Assert.Single(checksums.Distinct());
        Assert.NotEqual(checksums[0], new HashRing(["b"]).Checksum);
        Assert.NotEqual(checksums[0], new HashRing([]).Checksum);
    }

    [Fact]
    public void Checksum_TwoHashes_Differ() =>
        Assert.Equal(5, Enum.GetValues<HashFunction>().Select(hash => new HashRing(["a", "b"], new HashRingOptions { Hash = hash }).Checksum).Distinct().Count());

    private static void AssertEqualWhereAnswersAre(HashRing left, HashRing right)
    {
        bool same = RingAssert.Edges(left, right).All(position => Name(left, position) == Name(right, position));
        Assert.Equal(same, left.Checksum == right.Checksum);
    }

    private static string? Name(HashRing ring, uint position)
    {
        int node = ring.GetNodeIndexAt(position);
        return node < 0 ? null : ring.Nodes[node];
    }
}
