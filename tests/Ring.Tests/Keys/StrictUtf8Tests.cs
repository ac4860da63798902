using System.Text;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using RingPerf.Keys;

namespace RingPerf.Tests.Keys;

public sealed class StrictUtf8Tests
{
    private static readonly UTF8Encoding Strict = new(false, true);

    [Property(MaxTest = 500)]
    public void TryEncode_AnyChars_AgreesWithTheStrictEncoding(char[] any, bool surrogates)
    {
        // Half of the runs are mostly surrogates, so that pairs and lone ones meet in every order.
        char[] text = surrogates ? [.. any.Select(c => (char)(0xd7f0 + (c % 0x820)))] : any;
        byte[] utf8 = new byte[text.Length * StrictUtf8.MaxBytesPerChar];
        int written = StrictUtf8.TryEncode(text, utf8);
        try
        {
            Assert.Equal(Strict.GetBytes(text), utf8[..Math.Max(written, 0)]);
            Assert.True(written >= 0);
        }
        catch (EncoderFallbackException error)
        {
            Assert.Equal(~error.Index, written);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(@"\ufeffa", 4)]
    [InlineData(@"e\u0301", 3)]
    [InlineData(@"\0", 1)]
    [InlineData("😀", 4)]
    [InlineData(@"\uffff", 3)]
    [InlineData(@"\ud83d", ~0)]
    [InlineData(@"a\udc00", ~1)]
    [InlineData(@"😀\ud83d", ~2)]
    [InlineData(@"a\ud83db", ~1)]
    [InlineData(@"\udc00\ud83d", ~0)]
    public void TryEncode_KnownText_GivesItsLengthOrTheIndexOfTheLoneSurrogate(string escaped, int expected)
    {
        string text = Regex.Unescape(escaped);

        Assert.Equal(expected, StrictUtf8.TryEncode(text, new byte[text.Length * StrictUtf8.MaxBytesPerChar]));
    }

    [Fact]
    public void TryEncode_OneMegabyte_IsEncodedWhole()
    {
        string text = new('漢', 1 << 20);
        byte[] utf8 = new byte[text.Length * StrictUtf8.MaxBytesPerChar];

        Assert.Equal(utf8.Length, StrictUtf8.TryEncode(text, utf8));
        Assert.Equal(Encoding.UTF8.GetBytes(text), utf8);
    }

    [Fact]
    public void NodeBytes_Name_AreItsUtf8AndNoMore() => Assert.Equal("a漢😀"u8.ToArray(), StrictUtf8.NodeBytes("a漢😀", "nodes"));

    [Fact]
    public void NodeBytes_LoneSurrogate_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>("nodes", () => StrictUtf8.NodeBytes("a\ud83d", "nodes"));

        MessageAssert.Starts("The node \"a\\uD83D\" has the lone surrogate U+D83D at index 1;", error);
    }
}
