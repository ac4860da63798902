using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Tests.Inputs;

public sealed class Utf8LineReaderTests
{
    private const int Buffer = 1 << 18;

    [Theory]
    [InlineData("")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("\n", "")]
    [InlineData("\na", "", "a")]
    [InlineData("a\n\n\nb", "a", "", "", "b")]
    [InlineData("a\r\nb\r", "a\r", "b\r")]
    [InlineData("\ufeffa\n\ufeff", "\ufeffa", "\ufeff")]
    [InlineData("a\0b\u2028c\u0085", "a\0b\u2028c\u0085")]
    public void MoveNext_SmallTexts_GivesTheirLines(string text, params string[] lines)
    {
        Assert.Equal(lines, Lines(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(lines, Lines(new Trickle(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Buffer)]
    [InlineData(3 * Buffer)]
    public void MoveNext_LinesRoundTheBufferSize_AreWhole(int beyond)
    {
        string[] lines = ["short", new string('é', (Buffer + beyond) / 2), "", new string('x', Buffer + beyond), "z"];

        Assert.Equal(lines, Lines(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)))));
    }

    [Theory]
    [InlineData(new byte[] { 0xff }, 1)]
    [InlineData(new byte[] { (byte)'\n', 0xc3 }, 2)]
    [InlineData(new byte[] { 0xc3, (byte)'\n', 0xa9 }, 1)]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', 0xed, 0xa0, 0x80 }, 2)]
    [InlineData(new byte[] { 0xc0, 0x80 }, 1)]
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 }, 1)]
    public void MoveNext_InvalidUtf8_NamesTheLine(byte[] bytes, int line)
    {
        var exception = Assert.Throws<BadInputException>(() => Lines(new MemoryStream(bytes)));

        Assert.Equal($"the file: line {line} is not valid UTF-8", exception.Message);
    }

    [Fact]
    public void MoveNext_InvalidUtf8BehindManyBatches_CountsThemAll()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789\n", 100_000))), 0x80];

        var exception = Assert.Throws<BadInputException>(() => Lines(new MemoryStream(bytes)));

        Assert.Equal("the file: line 100001 is not valid UTF-8", exception.Message);
    }

    [Fact]
    public void MoveNext_BehindTheEnd_StaysFalse()
    {
        using var reader = new Utf8LineReader(new MemoryStream("a"u8.ToArray()), "the file");

        Assert.True(reader.MoveNext());
        Assert.Equal(1, reader.FirstLine);
        Assert.False(reader.MoveNext());
        Assert.False(reader.MoveNext());
        Assert.Equal(0, reader.Utf8.Length);
        Assert.Equal([0], reader.Offsets.ToArray());
    }

    private static List<string> Lines(Stream stream)
    {
        var lines = new List<string>();
        using var reader = new Utf8LineReader(stream, "the file");
        while (reader.MoveNext())
        {
            Assert.Equal(lines.Count + 1, reader.FirstLine);
            Assert.Equal(reader.Utf8.Length, reader.Offsets[^1]);
            for (int i = 0; i + 1 < reader.Offsets.Length; i++)
            {
                lines.Add(Encoding.UTF8.GetString(reader.Utf8[reader.Offsets[i]..reader.Offsets[i + 1]]));
            }
        }

        return lines;
    }

    /// <summary>A stream that gives a byte at a time, as a slow pipe may.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
