namespace RingPerf.Coordination.Tests;

public sealed class MemberCapabilitiesTests
{
    [Fact]
    public void None_Encoded_IsTheEmptyByteString()
    {
        Assert.Equal("C400", MemberCapabilities.None.ToString());
        Assert.Equal(MemberCapabilities.None, MemberCapabilities.FromBytes([]));
        Assert.Equal(MemberCapabilities.None.GetHashCode(), MemberCapabilities.FromBytes([]).GetHashCode());
        Assert.True(MemberCapabilities.None.IsNone);
    }

    [Fact]
    public void IsNone_NilOfNewerTooz_IsTrueButUnequal()
    {
        MemberCapabilities nil = MemberCapabilities.FromEncoded([0xC0]);

        Assert.True(nil.IsNone);
        Assert.True(nil != MemberCapabilities.None);
        Assert.True(nil.TryGetBytes(out ReadOnlyMemory<byte> bytes));
        Assert.True(bytes.IsEmpty);
    }

    [Theory]
    [InlineData(1, "C401")]
    [InlineData(255, "C4FF")]
    [InlineData(256, "C50100")]
    [InlineData(300, "C5012C")]
    [InlineData(65535, "C5FFFF")]
    [InlineData(65536, "C600010000")]
    public void FromBytes_EachLength_HasThePythonHeaderAndRoundTrips(int length, string header)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, (byte)0x78);
        MemberCapabilities capabilities = MemberCapabilities.FromBytes(bytes);

        Assert.StartsWith(header + "78", capabilities.ToString(), StringComparison.Ordinal);
        Assert.True(capabilities.TryGetBytes(out ReadOnlyMemory<byte> read));
        Assert.Equal(bytes, read.ToArray());
        Assert.False(capabilities.IsNone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("81A677656967687401")]
    [InlineData("C4")]
    [InlineData("C402FF")]
    [InlineData("C4010000")]
    [InlineData("C0C0")]
    [InlineData("C6FFFFFFFF00")]
    public void TryGetBytes_AnythingElse_IsFalseAndKeepsTheValue(string hex)
    {
        MemberCapabilities capabilities = MemberCapabilities.FromEncoded(Convert.FromHexString(hex));

        Assert.False(capabilities.TryGetBytes(out ReadOnlyMemory<byte> bytes));
        Assert.True(bytes.IsEmpty);
        Assert.Equal(hex, capabilities.ToString());
        Assert.False(capabilities.IsNone);
    }
}
