namespace RingPerf.Tests.State;

/// <summary>States that end too soon: the error names the field they end in, or the number that promises too much.</summary>
public sealed class StateTruncationErrorTests
{
    // A long name first: behind it every field of the second node can be cut although the counts still fit.
    private static readonly byte[] Two = States.Of(new HashRing([new string('a', 24), "b"], 1));

    // Points of 128 bits are compared one by one; five of them and one in the shadow.
    private static readonly byte[] Tooz = States.Of(new HashRing(
        [new RingNode("a", 2), new RingNode("aa")], new HashRingOptions { Profile = RingProfile.Tooz, Replicas = 2 }));

    [Theory]
    [InlineData(0, "magic")]
    [InlineData(7, "magic")]
    [InlineData(8, "version")]
    [InlineData(12, "profile")]
    [InlineData(13, "labels")]
    [InlineData(14, "hash")]
    [InlineData(15, "search")]
    [InlineData(16, "collisions")]
    [InlineData(19, "reserved bytes")]
    [InlineData(23, "replicas")]
    [InlineData(27, "node count")]
    [InlineData(67, "rank of node 0")]
    [InlineData(75, "weight of node 0")]
    [InlineData(79, "name length of node 1")]
    [InlineData(84, "rank of node 1")]
    [InlineData(92, "weight of node 1")]
    [InlineData(116, "checksum")]
    public void Load_StateThatEnds_NamesTheFieldItEndsIn(int length, string field) => AssertEnds(Two, length, field);

    [Theory]
    [InlineData(80, "position of point 2")]
    [InlineData(91, "owner of point 0")]
    [InlineData(110, "owner of point 4")]
    [InlineData(111, "position of shadow 0")]
    [InlineData(118, "node of shadow 0")]
    [InlineData(119, "checksum")]
    public void Load_ToozStateThatEnds_NamesTheFieldItEndsIn(int length, string field) => AssertEnds(Tooz, length, field);

    [Theory]
    [InlineData(28, "The node count is 2; it must be from 0 to the 0 that are left to read.")]
    [InlineData(59, "The node count is 2; it must be from 0 to the 1 that are left to read.")]
    [InlineData(80, "The name length of node 1 is 1; it must be from 0 to the 0 bytes that are left.")]
    [InlineData(108, "The point count is 2; it must be at most the 1 that are left to read.")]
    public void Load_FewerBytesThanANumberSays_NamesItAndWhatIsLeft(int length, string message) =>
        MessageAssert.Starts(message, Refused(Two.AsSpan(0, length)));

    [Fact]
    public void Load_FewerShadowsThanTheirNumber_NamesItAndWhatIsLeft()
    {
        byte[] state = States.Of(States.Small);

        MessageAssert.Starts("The shadow count is 2; it must be at most the 1 that are left to read.", Refused(state.AsSpan(0, state.Length - 9)));
    }

    private static void AssertEnds(byte[] state, int length, string field) =>
        Assert.Equal($"The state ends after {length} bytes, before the end of its {field}.", Refused(state.AsSpan(0, length)).Message);

    private static InvalidDataException Refused(ReadOnlySpan<byte> state)
    {
        byte[] bytes = state.ToArray();
        return Assert.Throws<InvalidDataException>(() => HashRing.Load(bytes));
    }
}
