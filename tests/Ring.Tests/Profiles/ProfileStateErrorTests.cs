using System.Buffers.Binary;

namespace RingPerf.Tests.Profiles;

/// <summary>Wrong states of the compatibility profiles, and what the errors say.</summary>
public sealed class ProfileStateErrorTests
{
    // The header, then two nodes of 17 and 18 bytes, five positions, five owners, one shadow.
    private const int PointCount = 28;
    private const int FirstWeight = 45;
    private const int Positions = 71;
    private const int Owners = 91;
    private const int Shadow = 111;

    [Theory]
    [InlineData(RingProfile.Tooz)]
    [InlineData(RingProfile.Ketama)]
    [InlineData(RingProfile.UhashringKetama)]
    public void Load_OptionOrWeightOfAnotherProfile_IsNamed(RingProfile profile)
    {
        byte[] state = StateOf(profile);
        byte[] weight = BitConverter.GetBytes(1.5);

        AssertRefused($"The hash and labels is Crc32, Plain; it must be Md5 and Plain under the profile {profile}.", state, 14, 5);
        AssertRefused($"The hash and labels is Md5, PythonBytes; it must be Md5 and Plain under the profile {profile}.", state, 13, 1);
        AssertRefused(
            $"The weight of node 0 is 1.5; it must be a whole number from 1 to 2147483647 under the profile {profile}.", state, FirstWeight, weight);
    }

    [Fact]
    public void Load_ToozPointThatIsNotTheNodes_IsNamed()
    {
        byte[] state = StateOf(RingProfile.Tooz);
        uint position = BinaryPrimitives.ReadUInt32LittleEndian(state.AsSpan(Positions));
        uint shadow = BinaryPrimitives.ReadUInt32LittleEndian(state.AsSpan(Shadow));

        AssertRefused("The point count is 4; it must be 5, as the nodes give.", state, PointCount, [4, 0, 0, 0, 2, 0, 0, 0]);
        AssertRefused($"The position of point 0 is {position ^ 1}; it must be {position}, as the nodes give.", state, Positions, (byte)(position ^ 1));
        AssertRefused("The owner of point 0 is 9; it must be 1, as the nodes give.", state, Owners, 9);
        AssertRefused($"The position of shadow 0 is {shadow ^ 1}; it must be {shadow}, as the nodes give.", state, Shadow, (byte)(shadow ^ 1));
        AssertRefused("The node of shadow 0 is 9; it must be 0, as the nodes give.", state, Shadow + 4, 9);
    }

    private static byte[] StateOf(RingProfile profile) => States.Of(
        new HashRing([new RingNode("a", 2), new RingNode("aa")], new HashRingOptions { Profile = profile, Replicas = 2 }));

    private static void AssertRefused(string message, byte[] state, int offset, params byte[] bytes) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => HashRing.Load(States.With(state, offset, bytes))).Message);
}
