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

    /// <summary>What Python's <c>msgpack.packb({"weight": n})</c> gives.</summary>
    [Theory]
    [InlineData(1, "01")]
    [InlineData(127, "7F")]
    [InlineData(128, "CC80")]
    [InlineData(255, "CCFF")]
    [InlineData(256, "CD0100")]
    [InlineData(65535, "CDFFFF")]
    [InlineData(65536, "CE00010000")]
    [InlineData(4294967295, "CEFFFFFFFF")]
    [InlineData(0.5, "CB3FE0000000000000")]
    [InlineData(2.5, "CB4004000000000000")]
    public void FromWeight_EachForm_IsPythonsAndRoundTrips(double weight, string number)
    {
        MemberCapabilities capabilities = MemberCapabilities.FromWeight(weight);

        Assert.Equal("81A6776569676874" + number, capabilities.ToString());
        Assert.True(capabilities.TryGetWeight(out double read));
        Assert.Equal(weight, read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void FromWeight_NoRingCanHaveIt_Throws(double weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => MemberCapabilities.FromWeight(weight));

        Assert.Equal(("weight", weight), (error.ParamName, error.ActualValue));
        Assert.StartsWith("A weight must be above zero and finite.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("83A161920181A677656967687409A677656967687403A17AC40178", 3)]
    [InlineData("830102A677656967687407A165C70304616263", 7)]
    [InlineData("81A6776569676874CF0000000100000000", 4294967296)]
    [InlineData("DE0001A6776569676874CA3F000000", 0.5)]
    [InlineData("81D906776569676874D102BC", 700)]
    public void TryGetWeight_AmongOtherThings_IsFound(string encoded, double expected)
    {
        Assert.True(MemberCapabilities.FromEncoded(Convert.FromHexString(encoded)).TryGetWeight(out double weight));
        Assert.Equal(expected, weight);
    }

    [Theory]
    [InlineData("C400")]
    [InlineData("C0")]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("93A677656967687403C0")]
    [InlineData("81A6776569676874FF")]
    [InlineData("81A677656967687400")]
    [InlineData("81A6776569676874A133")]
    [InlineData("81A6776569676874CB7FF0000000000000")]
    [InlineData("81A6776569676874CB7FF0")]
    [InlineData("81A67765")]
    [InlineData("DFFFFFFFFFA677656967687403")]
    [InlineData("81A16181A677656967687403")]
    [InlineData("81C6FFFFFFFF")]
    [InlineData("C1")]
    public void TryGetWeight_NoneOrNoneThatARingCanHave_IsOne(string encoded)
    {
        Assert.False(MemberCapabilities.FromEncoded(Convert.FromHexString(encoded)).TryGetWeight(out double weight));
        Assert.Equal(1, weight);
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
