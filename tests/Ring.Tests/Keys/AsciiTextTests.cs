using System.Text;
using RingPerf.Keys;

namespace RingPerf.Tests.Keys;

public sealed class AsciiTextTests
{
    private delegate bool Narrowing(ReadOnlySpan<char> text, Span<byte> destination);

    [Fact]
    public void TryNarrow_AsciiOfEveryLength_GivesItsBytesOrNothing() => AssertAscii(AsciiText.TryNarrow);

    [Fact]
    public void TryNarrowForLoad_AsciiOfEveryLength_GivesItsBytesOrNothing() => AssertAscii(AsciiText.TryNarrowForLoad);

    [Fact]
    public void TryNarrow_OneCharacterThatIsNotAsciiAnywhere_IsRefused() => AssertRefused(AsciiText.TryNarrow);

    [Fact]
    public void TryNarrowForLoad_OneCharacterThatIsNotAsciiAnywhere_IsRefused() => AssertRefused(AsciiText.TryNarrowForLoad);

    [Fact]
    public void TryNarrow_MostKeys_AreTaken()
    {
        byte[] destination = new byte[64];
        for (int length = 8; length <= 64; length++)
        {
            Assert.True(AsciiText.TryNarrow(new string('k', length), destination));
            Assert.True(AsciiText.TryNarrowForLoad(new string('k', length), destination));
        }
    }

    private static void AssertAscii(Narrowing narrow)
    {
        for (int length = 0; length <= 130; length++)
        {
            string text = string.Concat(Enumerable.Range(0, length).Select(i => (char)((i * 37) % 128)));
            byte[] destination = new byte[Math.Max(64, length)];
            if (narrow(text, destination))
            {
                Assert.Equal(Encoding.ASCII.GetBytes(text), destination[..length]);
            }
            else
            {
                Assert.True(length is < 8 or > 64, $"{length} chars are refused");
            }
        }
    }

    private static void AssertRefused(Narrowing narrow)
    {
        byte[] destination = new byte[64];
        foreach (char other in "\u0080é\u00ff\u0100\u017f\u7f00\u8000\ud800\uff7f\uffff")
        {
            for (int length = 1; length <= 64; length++)
            {
                for (int at = 0; at < length; at++)
                {
                    Assert.False(narrow(new string('k', at) + other + new string('k', length - 1 - at), destination));
                }
            }
        }
    }
}
