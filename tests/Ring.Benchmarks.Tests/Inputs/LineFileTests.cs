using RingPerf.Benchmarks.Inputs;

namespace RingPerf.Benchmarks.Tests.Inputs;

public sealed class LineFileTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("\n", new[] { "" })]
    [InlineData("a\n\nb", new[] { "a", "", "b" })]
    [InlineData("a\r\nb\r", new[] { "a\r", "b\r" })]
    [InlineData("\ufeffa\n", new[] { "\ufeffa" })]
    [InlineData(" a\t\u2028é\n", new[] { " a\t\u2028é" })]
    public void Read_Text_SplitsAtLineFeedsOnly(string content, string[] lines)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("lines.txt", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(lines, LineFile.Read(path));
    }

    [Fact]
    public void Read_InvalidUtf8_NamesFileAndLine()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("lines.txt", [(byte)'a', (byte)'\n', (byte)'b', 0xff]);

        var error = Assert.Throws<UsageException>(() => LineFile.Read(path));

        Assert.Equal($"{path}:2: not UTF-8 at byte 1 of the line", error.Message);
    }

    [Theory]
    [InlineData("none.txt")]
    [InlineData("")]
    public void Read_MissingFileOrFolder_NamesIt(string name)
    {
        using var folder = new TemporaryFolder();
        string path = folder.In(name);

        var error = Assert.Throws<UsageException>(() => LineFile.Read(path));

        Assert.StartsWith($"{path}: cannot be read", error.Message, StringComparison.Ordinal);
    }
}
