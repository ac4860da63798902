namespace RingPerf.Tests;

/// <summary>Indexes out of range, and what the errors say.</summary>
public sealed class HashRingRangeErrorTests
{
    private static readonly HashRing Ring = new(["a", "b"], 3);

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void GetArc_PointOutOfRange_IsRefused(int point) =>
        AssertOutOfRange("point", point, 6, () => Ring.GetArc(point));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MinValue)]
    public void GetLabel_NodeOutOfRange_IsRefused(int node) =>
        AssertOutOfRange("node", node, 2, () => Ring.GetLabel(node, 0));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MinValue)]
    public void GetReplicas_NodeOutOfRange_IsRefused(int node) =>
        AssertOutOfRange("node", node, 2, () => Ring.GetReplicas(node));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    public void GetLabel_ReplicaOutOfRange_IsRefused(int replica) =>
        AssertOutOfRange("replica", replica, 3, () => Ring.GetLabel(1, replica));

    [Fact]
    public void GetArc_EmptyRing_IsRefused() => AssertOutOfRange("point", 0, 0, () => new HashRing([]).GetArc(0));

    [Fact]
    public void GetLabel_EmptyRing_IsRefused() => AssertOutOfRange("node", 0, 0, () => new HashRing([]).GetLabel(0, 0));

    [Fact]
    public void GetArcAndGetLabel_LastInRange_AreAnswered()
    {
        Assert.Equal(Ring.Positions[^1], unchecked(Ring.GetArc(5).Last + 1));
        Assert.Equal("b-2", Ring.GetLabel(1, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void GetOwnedLengths_DestinationTooShort_IsRefusedAndUntouched(int room)
    {
        ulong[] lengths = [.. Enumerable.Repeat(7UL, room)];
        var error = Assert.Throws<ArgumentException>("lengths", () => Ring.GetOwnedLengths(lengths));

        MessageAssert.Starts($"lengths has room for {room}; it must have at least 2.", error);
        Assert.All(lengths, length => Assert.Equal(7UL, length));
    }

    private static void AssertOutOfRange(string parameter, int value, int count, Func<object> call)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(parameter, call);

        Assert.Equal(value, error.ActualValue);
        MessageAssert.Starts($"{parameter} is {value}; it must be from 0 to below {count}.", error);
    }
}
