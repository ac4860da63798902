using RingPerf.Coordination;
using RingPerf.Fleet.Commands;

namespace RingPerf.Fleet.Tests;

/// <summary>Members over which there is no ring.</summary>
public sealed class RingOptionSetTests
{
    private static readonly MemberId[] Two = [MemberId.FromText("a"), MemberId.FromText("b")];

    [Fact]
    public void Build_MemberWithoutText_NamesIt()
    {
        var error = Assert.Throws<FleetException>(() => new RingOptionSet().Build([.. Two, MemberId.FromBytes([0xFF])], new HashRingOptions()));

        Assert.Equal(
            @"the member ""\xff"" has no valid UTF-8 name, so it has no place on the ring; every member's name must be text", error.Message);
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
