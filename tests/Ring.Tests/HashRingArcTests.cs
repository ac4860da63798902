using FsCheck.Xunit;

namespace RingPerf.Tests;

/// <summary>Arcs, owned lengths and shares against the owners of positions.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class HashRingArcTests
{
    [Property]
    public void GetArc_AnyPoint_BelongsToItsOwnerFromStartToLast(RingInput input)
    {
        HashRing ring = input.Build();
        for (int point = 0; point < ring.PointCount; point++)
        {
            RingArc arc = ring.GetArc(point);
            uint before = ring.Positions[(point + ring.PointCount - 1) % ring.PointCount];

            Assert.Equal(ring.Owners[point], arc.NodeIndex);
            Assert.Equal(before, arc.Start);
            Assert.Equal(ring.Positions[point], unchecked(arc.Last + 1));
            Assert.Equal(arc.NodeIndex, ring.GetNodeIndexAt(arc.Start));
            Assert.Equal(arc.NodeIndex, ring.GetNodeIndexAt(arc.Last));
            Assert.Equal(ring.PointCount == 1 ? 0 : arc.Length, (arc.Last - (ulong)arc.Start + 1) % HashRing.CircleLength);
            Assert.InRange(arc.Length, 1UL, HashRing.CircleLength);
            Assert.Equal(arc.Length / Math.Pow(2, 32), arc.Share);
        }
    }

    [Property]
    public void GetOwnedLengths_AnyRing_SumToTheWholeCircle(RingInput input)
    {
        HashRing ring = input.Build();
        ulong[] lengths = new ulong[ring.Nodes.Count];
        ring.GetOwnedLengths(lengths);

        Assert.Equal(ring.PointCount == 0 ? 0 : HashRing.CircleLength, lengths.Aggregate(0UL, (sum, length) => sum + length));
        Assert.Equal(lengths.Select(length => length / Math.Pow(2, 32)), ring.GetShares());
    }

    [Property]
    public void GetOwnedLengths_AnyRing_AreTheStretchesBetweenEdges(RingInput input)
    {
        HashRing ring = input.Build();
        ulong[] lengths = new ulong[ring.Nodes.Count];
        ring.GetOwnedLengths(lengths);
        ulong[] counted = new ulong[lengths.Length];
        uint[] starts = [.. ring.Positions.ToArray().Append(0u).Distinct().Order()];
        for (int i = 0; i < starts.Length && ring.PointCount > 0; i++)
        {
            ulong end = i + 1 < starts.Length ? starts[i + 1] : HashRing.CircleLength;
            counted[ring.GetNodeIndexAt(starts[i])] += end - starts[i];
        }

        Assert.Equal(counted, lengths);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 4)]
    public void GetShares_TinyRing_AreNearACountOverAGrid(int nodes, int replicas)
    {
        const int Cells = 1 << 16;
        HashRing ring = new(Enumerable.Range(0, nodes).Select(i => $"node-{i}"), replicas);
        int[] counts = new int[nodes];
        for (int cell = 0; cell < Cells; cell++)
        {
            counts[ring.GetNodeIndexAt((uint)cell << 16)]++;
        }

        // Each point can put one cell on the wrong side.
        double[] shares = ring.GetShares();
        Assert.All(shares, (share, node) => Assert.InRange(share * Cells, counts[node] - replicas, counts[node] + replicas));
        Assert.Equal(1.0, shares.Sum(), 12);
    }

    [Fact]
    public void GetArc_SinglePoint_IsTheWholeCircle()
    {
        HashRing ring = new(["a"], 1);
        RingArc arc = ring.GetArc(0);

        Assert.Equal(new RingArc(2707812305, HashRing.CircleLength, 0), arc);
        Assert.Equal(2707812304u, arc.Last);
        Assert.Equal(1.0, arc.Share);
        Assert.Equal([1.0], ring.GetShares());
    }

    [Fact]
    public void Last_ArcThatWraps_IsBelowItsStart()
    {
        RingArc arc = new(uint.MaxValue - 1, 5, 0);

        Assert.Equal(2u, arc.Last);
    }

    [Fact]
    public void GetOwnedLengths_LongerDestination_IsUntouchedBehind()
    {
        HashRing ring = new(["a", "b"]);
        ulong[] lengths = [7, 7, 7, 7];
        ring.GetOwnedLengths(lengths);

        Assert.Equal([7UL, 7UL], lengths[2..]);
        Assert.Equal(HashRing.CircleLength, lengths[0] + lengths[1]);
    }

    [Fact]
    public void GetOwnedLengths_EmptyRing_WritesNothing()
    {
        ulong[] lengths = [7];
        new HashRing([]).GetOwnedLengths(lengths);

        Assert.Equal([7UL], lengths);
        Assert.Empty(new HashRing([]).GetShares());
    }
}
