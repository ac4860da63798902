using RingPerf.Coordination;
using RingPerf.Fleet.Commands;

namespace RingPerf.Fleet.Tests;

/// <summary>Members over which there is no ring.</summary>
public sealed class RingOptionSetTests
{
    private static readonly GroupMember[] Two = [new(MemberId.FromText("a"), default), new(MemberId.FromText("b"), default)];

    [Fact]
    public void Build_MemberWithoutText_NamesIt()
    {
        var error = Assert.Throws<FleetException>(() => new RingOptionSet().Build([.. Two, new(MemberId.FromBytes([0xFF]), default)], new HashRingOptions()));

        Assert.Equal(
            @"the member ""\xff"" has no valid UTF-8 name, so it has no place on the ring; every member's name must be text", error.Message);
        Assert.False(error.IsBadInput);
    }

    [Fact]
    public void Build_NobodyTellsAWeight_IsTheRingWithout() => Assert.Equal(
        new HashRing(["a", "b"], new HashRingOptions()).Checksum, new RingOptionSet().Build(Two, new HashRingOptions()).Checksum);

    [Fact]
    public void Build_OneTellsAWeight_CountsTheOthersAsOne()
    {
        GroupMember heavy = new(MemberId.FromText("c"), MemberCapabilities.FromWeight(2.5));

        HashRing ring = new RingOptionSet().Build([.. Two, heavy], new HashRingOptions());

        Assert.Equal([1, 1, 2.5], ring.Weights.ToArray());
        Assert.Equal(new HashRing([new RingNode("a"), new RingNode("b"), new RingNode("c", 2.5)]).Checksum, ring.Checksum);
    }

    [Fact]
    public void Build_WeightThatNoRingHolds_NamesItsMember()
    {
        GroupMember heavy = new(MemberId.FromText("c"), MemberCapabilities.FromWeight(1e9));

        var error = Assert.Throws<FleetException>(() => new RingOptionSet().Build([.. Two, heavy], new HashRingOptions()));

        Assert.Equal(
            "the member \"c\" tells a weight of 1000000000; with it 3 members have more points at 100 replicas than a ring can hold", error.Message);
        Assert.False(error.IsBadInput);
    }

    [Fact]
    public void Build_MorePointsThanARingHolds_NamesTheReplicas()
    {
        var error = Assert.Throws<FleetException>(
            () => new RingOptionSet().Build(Two, new HashRingOptions { Replicas = int.MaxValue }));

        Assert.Equal("--replicas is \"2147483647\"; 2 members have more points then than a ring can hold", error.Message);
        Assert.True(error.IsBadInput);
    }
}
