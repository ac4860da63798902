namespace RingPerf.Coordination.Tests;

public sealed class MemberIdTests
{
    [Fact]
    public void New_Twice_GivesDistinctLowerCaseUuids()
    {
        string first = MemberId.New().ToString();

        Assert.Equal(36, MemberId.New().Bytes.Length);
        Assert.NotEqual(first, MemberId.New().ToString());
        Assert.Equal(Guid.Parse(first).ToString("D"), first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("agent-1")]
    [InlineData("é")]
    [InlineData("e\u0301")]
    [InlineData("\uFEFFx")]
    [InlineData("\U0001F600")]
    [InlineData("a\0b\\x")]
    public void FromText_AnyText_RoundTrips(string text)
    {
        MemberId id = MemberId.FromText(text);

        Assert.True(id.TryGetText(out string? read));
        Assert.Equal(text, read);
        Assert.Equal(text, id.ToString());
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text), id.Bytes.ToArray());
    }

    [Fact]
    public void FromText_LoneSurrogate_ThrowsWithIndex()
    {
        var error = Assert.Throws<ArgumentException>(() => MemberId.FromText("ab\ud83d"));

        Assert.StartsWith(
            "A member id has a lone surrogate at index 2; text must be valid UTF-16.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, @"\xff")]
    [InlineData(new byte[] { 0x61, 0xC3 }, @"a\xc3")]
    [InlineData(new byte[] { 0x5C, 0x80, 0xC3, 0xA9 }, @"\\\x80é")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, @"\xed\xa0\x80")]
    public void ToString_NoUtf8_EscapesBytesAndBackslashes(byte[] bytes, string expected)
    {
        MemberId id = MemberId.FromBytes(bytes);

        Assert.False(id.IsText);
        Assert.False(id.TryGetText(out string? text));
        Assert.Null(text);
        Assert.Equal(expected, id.ToString());
    }

    [Fact]
    public void Equals_SameBytes_IsByValue()
    {
        MemberId id = MemberId.FromText("é");
        MemberId same = MemberId.FromBytes([0xC3, 0xA9]);

        Assert.True(id == same);
        Assert.False(id != same);
        Assert.True(id.Equals((object)same));
        Assert.Equal(id.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(id, MemberId.FromText("e\u0301"));
        Assert.False(id.Equals("é"));
    }

    [Fact]
    public void Default_IsTheEmptyName()
    {
        MemberId id = default;

        Assert.True(id.IsEmpty);
        Assert.Equal(MemberId.FromText(""), id);
        Assert.Equal("", id.ToString());
    }

    [Fact]
    public void FromBytes_ArrayChangedLater_KeepsItsCopy()
    {
        byte[] bytes = [0x61];
        MemberId id = MemberId.FromBytes(bytes);
        bytes[0] = 0x62;

        Assert.Equal("a", id.ToString());
    }

    [Fact]
    public void CompareTo_SortedNames_AreInUnsignedByteOrder()
    {
        // U+FF5E sorts after U+1F600 as UTF-16 and before it as UTF-8.
        MemberId[] ascending =
        [
            default, MemberId.FromText("a"), MemberId.FromText("aa"), MemberId.FromText("b"), MemberId.FromText("é"),
            MemberId.FromText("\uFF5E"), MemberId.FromText("\U0001F600"), MemberId.FromBytes([0xFF]),
        ];

        Assert.Equal(ascending, ascending.Reverse().Order());
        Assert.True(ascending[1] < ascending[2] && ascending[2] > ascending[1]);
        Assert.True(ascending[1] <= ascending[2] && ascending[2] >= ascending[1]);
        Assert.False(ascending[1] < MemberId.FromText("a") || ascending[1] > MemberId.FromText("a"));
    }

    [Fact]
    public void Operators_LessEqualAndGreater_FollowTheBytes()
    {
        MemberId a = MemberId.FromText("a"), b = MemberId.FromText("b"), again = MemberId.FromText("a");

        Assert.Equal((true, false, false), (a < b, b < a, a < again));
        Assert.Equal((true, false, true), (a <= b, b <= a, a <= again));
        Assert.Equal((false, true, false), (a > b, b > a, a > again));
        Assert.Equal((false, true, true), (a >= b, b >= a, a >= again));
    }

    [Fact]
    public void GetHashCode_ManyNames_SeldomEqual() =>
        Assert.True(Enumerable.Range(0, 100).Select(name => MemberId.FromText($"{name}").GetHashCode()).Distinct().Count() > 90);
}
