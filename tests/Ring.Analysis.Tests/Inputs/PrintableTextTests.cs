using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Tests.Inputs;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("plain é 日本 😀", "plain é 日本 😀")]
    [InlineData("a\u001b[31m\0\u007f\u0085", "a\\u001b[31m\\u0000\\u007f\\u0085")]
    [InlineData("\ttab\nlf\r", "\\u0009tab\\u000alf\\u000d")]
    [InlineData("\u202ertl\u2069\ufeff\u200b\u2028\uffff", "\\u202ertl\\u2069\\ufeff\\u200b\\u2028\\uffff")]
    [InlineData("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦")]
    public void Of_HiddenCharacters_AreShown(string text, string shown) => Assert.Equal(shown, PrintableText.Of(text));

    [Theory]
    [InlineData("short", 14, "short")]
    [InlineData("12345678901234", 14, "12345678901234")]
    [InlineData("123456789012345", 14, "1234567890123…")]
    [InlineData("日本語の名前です", 14, "日本語の名前…")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 14, "👨‍👩‍👧‍👦…")]
    [InlineData("", 14, "")]
    public void Shortened_Names_FitTheirRoom(string text, int most, string expected)
    {
        string shown = PrintableText.Shortened(text, most);

        Assert.Equal(expected, shown);
        Assert.True(PrintableText.WidthOf(shown) <= most);
    }

    [Fact]
    public void Shortened_MarksWithoutEnd_AreCut() =>
        Assert.Equal("…", PrintableText.Shortened("e" + new string('\u0301', 100_000), 14));

    [Fact]
    public void Shortened_Megabytes_AreCut() =>
        Assert.Equal(new string('x', 13) + "…", PrintableText.Shortened(new string('x', 10_000_000), 14));
}
