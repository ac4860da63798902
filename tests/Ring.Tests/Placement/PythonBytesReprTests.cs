using System.Text;
using FsCheck.Xunit;
using RingPerf.Placement;

namespace RingPerf.Tests.Placement;

public sealed class PythonBytesReprTests
{
    [Theory]
    [InlineData("", "b''")]
    [InlineData("abc", "b'abc'")]
    [InlineData("it's", "b\"it's\"")]
    [InlineData("q\"q", "b'q\"q'")]
    [InlineData("both'\"", "b'both\\'\"'")]
    [InlineData("é", "b'\\xc3\\xa9'")]
    [InlineData("\0\n\r\t\\\u007f", "b'\\x00\\n\\r\\t\\\\\\x7f'")]
    [InlineData("\u001f ~", "b'\\x1f ~'")]
    public void Of_KnownText_IsThatOfPython(string text, string expected) =>
        Assert.Equal(expected, PythonBytesRepr.Of(Encoding.UTF8.GetBytes(text)));

    [Property(MaxTest = 500)]
    public void Of_AnyBytes_IsThatOfTheModel(byte[] bytes) => Assert.Equal(PythonModel.BytesRepr(bytes), PythonBytesRepr.Of(bytes));

    [Fact]
    public void Of_EveryByteWithEachQuote_IsThatOfTheModel()
    {
        foreach (string quotes in new[] { "", "'", "\"", "'\"" })
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] bytes = [(byte)value, .. Encoding.ASCII.GetBytes(quotes), (byte)value];
                Assert.Equal(PythonModel.BytesRepr(bytes), PythonBytesRepr.Of(bytes));
            }
        }
    }
}
