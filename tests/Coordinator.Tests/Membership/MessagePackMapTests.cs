namespace RingPerf.Coordination.Tests;

/// <summary>What other members write into a map beside a weight, in every form that MessagePack has.</summary>
public sealed class MessagePackMapTests
{
    private const string Key = "A6776569676874", Three = "03";

    /// <summary>An object of each form, at the edges of its length.</summary>
    public static TheoryData<string> Objects =>
    [
        "00", "7F", "E0", "FF", "C0", "C2", "C3",
        "80", "810102", "8F" + Repeat("0102", 15), "90", "9101", "9F" + Repeat("01", 15),
        "A0", "A178", "BF" + Repeat("78", 31),
        "C400", "C4FF" + Repeat("78", 255), "C50100" + Repeat("78", 256), "C600010000" + Repeat("78", 65536),
        "C70005", "C70205AABB", "C8000205AABB", "C90000000205AABB",
        "CA3F800000", "CB3FF0000000000000", "CCFF", "CDFFFF", "CEFFFFFFFF", "CFFFFFFFFFFFFFFFFF",
        "D080", "D18000", "D280000000", "D38000000000000000",
        "D405AA", "D505AABB", "D605AABBCCDD", "D705" + Repeat("AA", 8), "D805" + Repeat("AA", 16),
        "D900", "D9FF" + Repeat("78", 255), "DA0100" + Repeat("78", 256), "DB00010000" + Repeat("78", 65536),
        "DC000201" + "02", "DD0000000201" + "02", "DE000201020304", "DF0000000201020304", "9291018101" + "90",
    ];

    [Theory]
    [MemberData(nameof(Objects))]
    public void TryGetWeight_BesideAnyObject_IsFound(string other)
    {
        Assert.Equal(3, Weight("82A161" + other + Key + Three));
        Assert.Equal(3, Weight("82" + other + "01" + Key + Three));
        Assert.Equal(3, Weight("82" + Key + Three + "A161" + other));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void TryGetWeight_CutAnywhere_IsNone(string other)
    {
        byte[] encoded = Convert.FromHexString("82A161" + other + Key + "CD0100");

        // Every cut of what is short, and those near an end of what is long.
        IEnumerable<int> cuts = Enumerable.Range(0, encoded.Length).Where(cut => cut < 40 || cut > encoded.Length - 40);
        Assert.All(cuts, cut => Assert.Null(Weight(encoded.AsMemory(0, cut))));
        Assert.Equal(256, Weight(encoded));
    }

    [Theory]
    [InlineData("01", 1)]
    [InlineData("7F", 127)]
    [InlineData("CC80", 128)]
    [InlineData("CDFFFF", 65535)]
    [InlineData("CE80000000", 2147483648)]
    [InlineData("CF8000000000000000", 9223372036854775808)]
    [InlineData("CFFFFFFFFFFFFFFFFF", 9223372036854775808)]
    [InlineData("D07F", 127)]
    [InlineData("D17FFF", 32767)]
    [InlineData("D27FFFFFFF", 2147483647)]
    [InlineData("D37FFFFFFFFFFFFFFF", 9223372036854775808)]
    [InlineData("CA40200000", 2.5)]
    [InlineData("CB4004000000000000", 2.5)]
    public void TryGetWeight_AnyNumber_IsTheWeight(string number, double expected) => Assert.Equal(expected, Weight("81" + Key + number));

    [Theory]
    [InlineData("E0")]
    [InlineData("FF")]
    [InlineData("D0FF")]
    [InlineData("D1FFFF")]
    [InlineData("D2FFFFFFFF")]
    [InlineData("D3FFFFFFFFFFFFFFFF")]
    [InlineData("CABF800000")]
    [InlineData("C2")]
    [InlineData("D401" + "03")]
    public void TryGetWeight_NegativeOrNoNumber_IsNone(string value) => Assert.Null(Weight("81" + Key + value));

    [Theory]
    [InlineData(Key)]
    [InlineData("D906776569676874")]
    [InlineData("DA0006776569676874")]
    [InlineData("DB00000006776569676874")]
    public void TryGetWeight_KeyOfAnyForm_IsFound(string key)
    {
        Assert.Equal(3, Weight("81" + key + Three));
        Assert.Equal(3, Weight("DE0001" + key + Three));
        Assert.Equal(3, Weight("DF00000001" + key + Three));
    }

    [Fact]
    public void TryGetWeight_KeyTwice_LastCounts() => Assert.Equal(4, Weight("82" + Key + Three + Key + "04"));

    [Fact]
    public void TryGetWeight_BytesForTheKey_IsNone() => Assert.Null(Weight("81C406776569676874" + Three));

    private static string Repeat(string hex, int times) => string.Concat(Enumerable.Repeat(hex, times));

    private static double? Weight(string encoded) => Weight(Convert.FromHexString(encoded));

    private static double? Weight(ReadOnlyMemory<byte> encoded) =>
        MemberCapabilities.FromEncoded(encoded.Span).TryGetWeight(out double weight) ? weight : null;
}
