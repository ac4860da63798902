using System.Text;
using FsCheck.Xunit;
using RingPerf.Keys;

namespace RingPerf.Tests.Keys;

[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class Utf8ChunksTests
{
    [Property]
    public void MoveNext_AnyTextAndBuffer_GivesTheBytesOfTheWhole(KeyTexts keys, byte extra)
    {
        string text = string.Concat(keys.Texts);
        int size = 4 + (extra % 40);
        (byte[] utf8, int invalid) = ReadAll(text, size);

        Assert.Equal(Encoding.UTF8.GetBytes(text), utf8);
        Assert.Equal(-1, invalid);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("漢")]
    [InlineData("😀")]
    [InlineData("x")]
    public void MoveNext_LoneSurrogateAnywhere_EndsWithItsIndex(string unit)
    {
        for (int before = 0; before < 20; before++)
        {
            string head = string.Concat(Enumerable.Repeat(unit, before));
            foreach (string rest in new[] { "\ud800", "\udc00", "\ud800a", "\udc00😀", "\ud800\ud800\udc00" })
            {
                for (int size = 4; size < 12; size++)
                {
                    (byte[] utf8, int invalid) = ReadAll(head + rest, size);

                    Assert.Equal(head.Length, invalid);
                    Assert.Equal(Encoding.UTF8.GetBytes(head), utf8);
                }
            }
        }
    }

    private static (byte[] Utf8, int InvalidIndex) ReadAll(string text, int size)
    {
        var chunks = new Utf8Chunks(text, new byte[size]);
        List<byte> all = [];
        while (chunks.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            Assert.InRange(chunk.Length, 1, size);
            all.AddRange(chunk);
        }

        return ([.. all], chunks.InvalidIndex);
    }
}
